import type { Locator, Page } from 'playwright-core'

/** Pinyin of one sign, and choosing it. */
const STROKES_PER_HAN = 3

/** Somebody at the keys: counts what has to be typed and pressed. */
export class Typist {
  fields = 0
  strokes = 0
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async write(selector: string, text: string): Promise<void> {
    await this.page.fill(selector, text)
    this.fields += 1
    // One more to get into the field.
    this.strokes += 1 + [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? STROKES_PER_HAN : 1), 0)
  }

  async press(button: Locator): Promise<void> {
    await button.click()
    this.strokes += 1
  }

  /** Tab until the field has the focus, as somebody without a mouse does. */
  async tabTo(name: string): Promise<void> {
    await this.#tabUntil(`document.activeElement?.getAttribute('name') === ${JSON.stringify(name)}`, name)
  }

  async tabToButton(label: string): Promise<void> {
    await this.#tabUntil(`document.activeElement?.textContent?.includes(${JSON.stringify(label)}) && document.activeElement.tagName === 'BUTTON'`, label)
  }

  async #tabUntil(reached: string, what: string): Promise<void> {
    for (let turn = 0; turn < 80; turn += 1) {
      await this.page.keyboard.press('Tab')
      if (await this.page.evaluate(reached)) return
    }
    throw new Error(`${what} cannot be reached with Tab`)
  }
}

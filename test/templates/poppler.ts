import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A word as pdftotext sees it; millimetres from the left and top edge of its page (pages from 1). */
export interface Word {
  readonly page: number
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const MM = 25.4 / 72

async function withFile<T>(bytes: Uint8Array, use: (path: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'zhixi-letter-'))
  try {
    const path = join(folder, 'letter.pdf')
    await writeFile(path, bytes)
    return await use(path, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The text layer of each page in the order of the file. */
export function pageTexts(bytes: Uint8Array): Promise<string[]> {
  return withFile(bytes, async (path) => {
    const { stdout } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-'], { maxBuffer: 1 << 26 })
    return stdout.split('\f').slice(0, -1)
  })
}

/** The same without any white space, which a text layer does not keep faithfully. */
export async function letterText(bytes: Uint8Array): Promise<string> {
  return squeeze((await pageTexts(bytes)).join(''))
}

export const squeeze = (text: string): string => text.replace(/\s+/gu, '')

/** Words with their boxes, in the order of the page. */
export function words(bytes: Uint8Array): Promise<Word[]> {
  return withFile(bytes, async (path) => {
    const { stdout } = await run('pdftotext', ['-bbox', '-enc', 'UTF-8', path, '-'], { maxBuffer: 1 << 26 })
    const found: Word[] = []
    let page = 0
    const pattern = /<page |<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/gu
    for (const [, left, top, right, bottom, text] of stdout.matchAll(pattern)) {
      if (text === undefined) page += 1
      else found.push({ page, text, left: +left! * MM, right: +right! * MM, top: +top! * MM, bottom: +bottom! * MM })
    }
    return found
  })
}

/** Fields of `pdfinfo`, and whether every font is embedded. */
export function info(bytes: Uint8Array): Promise<string> {
  return withFile(bytes, async (path) => (await run('pdfinfo', [path])).stdout)
}

/** A page as a picture, ten pixels to the millimetre. */
export interface Picture {
  readonly width: number
  readonly height: number
  /** Red, green, blue of a point given in millimetres. */
  at(x: number, y: number): readonly [number, number, number]
  /** First and last millimetre of the rows in `[from, to]` that hold a pixel of that kind between `left` and `right`. */
  extent(is: (r: number, g: number, b: number) => boolean, box: Box): { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number } | null
}

/** Millimetres. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Draws one page with pdftoppm. */
export function picture(bytes: Uint8Array, page: number): Promise<Picture> {
  return withFile(bytes, async (path, folder) => {
    const out = join(folder, 'page')
    await run('pdftoppm', ['-r', '254', '-f', `${page}`, '-l', `${page}`, '-singlefile', path, out])
    return ppm(await readFile(`${out}.ppm`))
  })
}

function ppm(file: Buffer): Picture {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString('latin1'))!
  const [width, height, start] = [Number(header[1]), Number(header[2]), header[0].length]
  const pixel = (x: number, y: number): [number, number, number] => {
    const at = start + 3 * (y * width + x)
    return [file[at]!, file[at + 1]!, file[at + 2]!]
  }
  return {
    width,
    height,
    at: (x, y) => pixel(Math.floor(x * 10), Math.floor(y * 10)),
    extent(is, box) {
      let [top, bottom, left, right] = [Infinity, -Infinity, Infinity, -Infinity]
      for (let y = Math.floor(box.top * 10); y < Math.min(height, box.bottom * 10); y += 1) {
        for (let x = Math.floor(box.left * 10); x < Math.min(width, box.right * 10); x += 1) {
          if (!is(...pixel(x, y))) continue
          top = Math.min(top, y)
          bottom = Math.max(bottom, y)
          left = Math.min(left, x)
          right = Math.max(right, x)
        }
      }
      if (bottom < 0) return null
      return { top: top / 10, bottom: (bottom + 1) / 10, left: left / 10, right: (right + 1) / 10 }
    },
  }
}

export const isRed = (r: number, g: number, b: number): boolean => r > 150 && g < 120 && b < 120
export const isDark = (r: number, g: number, b: number): boolean => r < 110 && g < 110 && b < 110

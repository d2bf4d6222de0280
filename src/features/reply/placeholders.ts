/** 【填写：…】 stands in a proposed sentence where only the drafter knows the word. */
export function toFill(what: string): string {
  return `【填写：${what}】`
}

/** What is still to be filled in, in the order of the text. */
export function stillToFill(text: string): string[] {
  return [...text.matchAll(/【填写：([^】]*)】/gu)].map((match) => match[1]!)
}

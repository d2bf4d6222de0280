import type { LetterRenderer } from '#platform/letters/renderer.ts'
import { OUTDATED } from './draft.decide.ts'
import type { DraftView } from './draft-view.ts'
import { gateForPage, type Gate } from './gate.ts'
import { draftProps } from './reply-material.ts'

/** What a page shows as 须改: the words, and whether they were written for the decision as it now is. */
export async function pageGate(letters: LetterRenderer | null, { view, material, parts }: DraftView): Promise<Gate> {
  const gate = await gateForPage(letters, material.letter.code, draftProps(material, parts))
  if (!view.state.draft?.outdated) return gate
  return { ...gate, blocks: [{ kind: 'outdated', field: 'facts', message: OUTDATED, article: null }, ...gate.blocks] }
}

import type { ReactElement } from 'react'
import type { z } from 'zod'
import type { MissingGlyph } from './_fonts/missing.ts'

/** Something that the Regulation requires this letter to say and the draft does not say yet. */
export interface MissingPart {
  /** Field of the props that should hold it. */
  readonly field: string
  readonly message: string
  /** The article as people write it: 36条第四项. */
  readonly article: string
}

/** What the file itself tells about the letter. */
export interface LetterMetadata {
  readonly agency: string
  readonly number: string
  /** Day written into the file as its creation: the day of issue, for a draft the day of drafting. */
  readonly on: string
}

/** One kind of letter. `version` is the day from which this wording is used; a sent letter is never set again. */
export interface LetterDefinition<S extends z.ZodType = z.ZodType> {
  readonly code: string
  readonly title: string
  readonly version: string
  readonly schema: S
  /** The letter as a tree of blocks; pure, no clock, no lookups. */
  render(props: z.output<S>): ReactElement
  metadata(props: z.output<S>): LetterMetadata
  missingParts(props: z.output<S>): readonly MissingPart[]
  /**
   * For letters that quote what an applicant typed and go out by themselves: the props with 〓 for characters that no font
   * has, and a note that names them. Without it such a character stops the letter.
   */
  standIn?(props: z.output<S>, missing: readonly MissingGlyph[]): z.output<S>
}

/** Keeps the types of one definition and forgets them for the registry. */
export function defineLetter<S extends z.ZodType>(definition: LetterDefinition<S>): LetterDefinition<S> {
  return definition
}

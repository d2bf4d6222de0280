import { clusters } from './characters.ts'
import { type Face, openFace } from './face.ts'
import { type FontFiles, fontStack, type Role } from './files.ts'
import { type MissingGlyph, missingAt } from './missing.ts'

/** The fonts of one letter, opened as far as its text needs them. */
export interface FontBook {
  /** Opens fonts for this text and reports what none of them has. `text` must be printable. */
  cover(role: Role, text: string, field: string): Promise<readonly MissingGlyph[]>
  /** The font for one cluster of a covered text. */
  faceFor(role: Role, cluster: string): Face
}

/**
 * Chooses fonts character by character: the first of the role's fonts that has it. Fonts further down are only opened
 * when a character asks for them; most letters need one or two. A letter with a combining mark that Unicode does not
 * compose counts as missing: these fonts put the mark beside its letter, and a misread name is a wrong name.
 */
export function createFontBook(files: FontFiles): FontBook {
  const chosen = new Map<string, Face>()

  async function choose(role: Role, cluster: string): Promise<Face | null> {
    const key = `${role}${cluster}`
    const known = chosen.get(key)
    if (known !== undefined) return known
    if (/\p{M}/u.test(cluster)) return null
    for (const path of fontStack(role, files)) {
      const face = await openFace(path)
      if (!face.has(cluster.codePointAt(0)!)) continue
      chosen.set(key, face)
      return face
    }
    return null
  }

  return {
    async cover(role, text, field) {
      const missing = new Map<string, MissingGlyph>()
      let index = 0
      for (const cluster of clusters(text)) {
        if (cluster !== '\n' && !missing.has(cluster) && (await choose(role, cluster)) === null) {
          missing.set(cluster, missingAt(text, index, cluster, field))
        }
        index += cluster.length
      }
      return [...missing.values()]
    },
    faceFor(role, cluster) {
      const face = chosen.get(`${role}${cluster}`)
      if (face === undefined) throw new Error(`text was not covered before it was set: ${cluster}`)
      return face
    },
  }
}

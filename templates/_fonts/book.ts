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
 * Chooses fonts character by character: the first of the role's fonts that has every part of the cluster.
 * Fonts further down are only opened when a character asks for them; most letters need one or two.
 */
export function createFontBook(files: FontFiles): FontBook {
  const chosen = new Map<string, Face>()

  async function choose(role: Role, cluster: string): Promise<Face | null> {
    const key = `${role}\u0000${cluster}`
    const known = chosen.get(key)
    if (known !== undefined) return known
    const codePoints = [...cluster].map((c) => c.codePointAt(0)!)
    for (const path of fontStack(role, files)) {
      const face = await openFace(path)
      if (!codePoints.every((c) => face.has(c))) continue
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
          const lacking = await lackingPart(role, cluster, files)
          missing.set(cluster, missingAt(text, index, lacking, field))
        }
        index += cluster.length
      }
      return [...missing.values()]
    },
    faceFor(role, cluster) {
      const face = chosen.get(`${role}\u0000${cluster}`)
      if (face === undefined) throw new Error(`text was not covered before it was set: ${cluster}`)
      return face
    },
  }
}

/** Of a base with marks, names the part that no font has; when only the combination lacks, the whole. */
async function lackingPart(role: Role, cluster: string, files: FontFiles): Promise<string> {
  const faces = await Promise.all(fontStack(role, files).map(openFace))
  return [...cluster].find((c) => !faces.some((face) => face.has(c.codePointAt(0)!))) ?? cluster
}

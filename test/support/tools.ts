import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** True when the machine has that program on its PATH, e.g. `pdftotext`. */
export function hasTool(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return folder !== ''
    } catch {
      return false
    }
  })
}

export type FileType = 'application/pdf' | 'image/jpeg' | 'image/png'

/** What a file turned out to be, by its content. */
export type Inspected =
  | { readonly ok: true; readonly type: FileType; readonly pages: number }
  | { readonly ok: false; readonly fault: 'type' | 'encrypted' | 'broken' }

/** Looks into a file; never throws for what is in it. */
export interface FileInspector {
  inspect(bytes: Uint8Array): Promise<Inspected>
  close(): Promise<void>
}

/** Keeps bytes under a name that the program made: letters, digits and hyphens. They are encrypted before they come here. */
export interface FileStorage {
  /** All or nothing; over an older one of the same name. @throws Error when they are not safely there */
  put(name: string, bytes: Uint8Array): Promise<void>
  /** Null when there is none. */
  get(name: string): Promise<Uint8Array | null>
  /** Nothing to erase is no error. */
  erase(name: string): Promise<void>
}

export type ScanResult = { readonly clean: true } | { readonly clean: false; readonly finding: string }

/** @throws Error when the scanner does not answer */
export interface VirusScanner {
  scan(bytes: Uint8Array): Promise<ScanResult>
}

/** What a runtime needs to take files in. */
export interface Files {
  readonly storage: FileStorage
  readonly inspector: FileInspector
  /** Null where no scanner is configured. */
  readonly scanner: VirusScanner | null
}

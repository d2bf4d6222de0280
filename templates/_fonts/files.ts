import { createRequire } from 'node:module'

/** What a piece of text is set in. `song` is only the page number (GB/T 9704 7.5). */
export type Role = 'body' | 'title' | 'kai' | 'hei' | 'song'

/**
 * Font files the caller has instead of the open fonts: absolute paths of TTF or OTF files (no collections).
 * `body` is 仿宋_GB2312, `title` 小标宋 (also the red head), `kai` 楷体, `hei` 黑体, `song` 宋体.
 * `fallbacks` are asked last, in order, for characters that no other font has.
 */
export interface FontFiles {
  readonly body?: string
  readonly title?: string
  readonly kai?: string
  readonly hei?: string
  readonly song?: string
  readonly fallbacks?: readonly string[]
}

const require = createRequire(import.meta.url)
const serif = (cut: string): string => require.resolve(`@expo-google-fonts/noto-serif-sc/${cut}/NotoSerifSC_${cut}.ttf`)
const sans = (cut: string): string => require.resolve(`@expo-google-fonts/noto-sans-sc/${cut}/NotoSansSC_${cut}.ttf`)

/** Open stand-ins by role; each list ends with a font of the other family, which has a few characters more. */
const OPEN: Record<Role, () => readonly string[]> = {
  body: () => [serif('400Regular'), sans('400Regular')],
  title: () => [serif('700Bold'), sans('700Bold')],
  kai: () => [serif('400Regular'), sans('400Regular')],
  hei: () => [sans('500Medium'), serif('700Bold')],
  song: () => [serif('400Regular'), sans('400Regular')],
}

/** Paths of the fonts to ask for a character of this role, first come first served. An empty path is no font. */
export function fontStack(role: Role, files: FontFiles): readonly string[] {
  const paths = [files[role] ?? '', ...OPEN[role](), ...(files.fallbacks ?? [])]
  return paths.filter((path) => path !== '')
}

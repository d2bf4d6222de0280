/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** Keys printed beside what they do: `<KeyHint keys="J K" label="下一件、上一件" />`; `joined` keeps them on one cap; – stands between caps. */
export function KeyHint({ keys, label, joined }: { keys: string; label?: string; joined?: boolean }) {
  return (
    <span class="zx-keys">
      {(joined ? [keys] : keys.split(' ')).map((key) => (key === '–' ? '–' : <kbd class="zx-key">{key}</kbd>))}
      {label && <span>{label}</span>}
    </span>
  )
}

/** The line of keys under a list, with an optional remark at its end. */
export function KeyLine({ hints, end }: { hints: ReadonlyArray<{ keys: string; label: string }>; end?: string }) {
  return (
    <p class="zx-key-line no-print">
      {hints.map((hint) => (
        <KeyHint keys={hint.keys} label={hint.label} />
      ))}
      {end && <span class="zx-push">{end}</span>}
    </p>
  )
}

/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** Keys printed beside what they do: `<KeyHint keys="Ctrl Enter" />`, `<KeyHint keys="J K" label="下一件、上一件" />`. */
export function KeyHint({ keys, label }: { keys: string; label?: string }) {
  return (
    <span class="zx-keys">
      {keys.split(' ').map((key) => (
        <kbd class="zx-key">{key}</kbd>
      ))}
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

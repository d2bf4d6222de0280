/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** One hidden value of a form. */
export function HiddenField({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={String(value)} />
}

/** The token every POST form carries; the field is called `_csrf`. */
export function Csrf({ token }: { token: string }) {
  return <input type="hidden" name="_csrf" value={token} />
}

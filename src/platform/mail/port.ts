/** One e-mail to one person. */
export interface Mail {
  /** The same for every try of the same mail; becomes its Message-ID, so that a second copy can be recognised. */
  readonly id: string
  readonly to: string
  readonly subject: string
  /** Plain text; paragraphs are separated by empty lines. */
  readonly text: string
}

export interface MailSender {
  /** Never throws for what the other side does or fails to do, and always ends in a limited time. */
  send(mail: Mail): Promise<Sent>
}

/** What became of a try. `failure` is kind and code, free of personal data: what servers say quotes addresses. */
export type Sent =
  | { readonly ok: true; readonly providerId: string | null }
  /** `permanent`: the same message would fail again. */
  | { readonly ok: false; readonly permanent: boolean; readonly failure: string }

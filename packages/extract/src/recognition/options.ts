/** `native`: a Tesseract that the machine has; `npm`: the one that comes with us, slower and always there. */
export type EngineKind = 'native' | 'npm'

/** How the words of pictures are recognised; nothing of it decides what they are. */
export interface RecognitionOptions {
  /** Pictures are left unrecognised, with a note: nothing is drawn, and no other process begins. */
  readonly off?: true
  /** How many pictures are recognised beside each other; as many as the machine has processors. */
  readonly beside?: number
  /** Where recognised pages are kept, so that nobody waits for them twice; beside this package, else in the user's cache. */
  readonly folder?: string
  /** The native engine where there is one, else the one that comes with us. */
  readonly engine?: EngineKind
  /** Told of each page when it is done: so many of those whose words have to be recognised. */
  readonly onPage?: (progress: { readonly done: number; readonly of: number }) => void
}

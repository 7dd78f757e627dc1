/** One of several answers. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Beside the label, where the choice stands. */
  readonly hint?: string | undefined;
}

/** Questions to somebody at a terminal; where nobody is, none may be put. Ctrl-C throws `aborted`. */
export interface Questions {
  /** A line of text; `check` says what is wrong with one, and nothing where it is right. */
  readonly askText: (
    message: string,
    options: { readonly initial?: string | undefined; readonly check: (text: string) => string | undefined },
  ) => Promise<string>;
  readonly askChoice: <Value extends string>(message: string, choices: readonly Choice<Value>[]) => Promise<Value>;
}

/** A field of a draft that cannot be right, said so that a person can mend it. */
export interface RuleProblem {
  /** The draft's field, such as `remote` or `ports.from`. */
  readonly field: string;
  readonly message: string;
}

/** Something in a document that is not true. */
export interface Problem {
  readonly line: number;
  readonly what: string;
  /** Of output that is another one, and of a command that ends in another way: what was printed. */
  readonly printed?: string;
}

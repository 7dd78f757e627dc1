/** One group's answer as a cloud sends it, with the work that is measured against parsing it. */
export interface Sample {
  readonly cloud: string;
  readonly rules: number;
  /** The answer's JSON. */
  readonly text: string;
  /** From the validated answer to the differences from a document of which one rule differs. */
  readonly normalizeAndDiff: () => unknown;
  /** The same from the parsed but unchecked answer. */
  readonly validateNormalizeAndDiff: (answer: unknown) => unknown;
}

/** The law that a plan breaks. */
export type Law =
  | "keeps what stays"
  | "opens nothing else"
  | "keeps what stays across groups"
  | "stays within the limit"
  | "holds no rule twice"
  | "ends as wanted"
  | "can be run";

export interface Violation {
  readonly law: Law;
  readonly text: string;
}

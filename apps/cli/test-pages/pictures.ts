/** The pictures of the documentation, by the names that `take-pictures.ts` gives them in `docs/pictures`. */
export const pictures = [
  "console-applied",
  "console-confirm",
  "plan-group",
  "plan-group-dark",
  "plan-overview",
] as const;

export type Picture = (typeof pictures)[number];

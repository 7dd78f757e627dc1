import type { Breach } from "./laws/judge.ts";
import type { Outcome } from "./run/outcome.ts";

/** A defect that is known and not yet repaired. */
export interface KnownFailure {
  readonly name: string;
  readonly explains: (breach: Breach, outcome: Outcome) => boolean;
}

const ionosQuirk = ({ world }: Outcome, name: string): unknown =>
  Object.entries(world.scenario.ionos.quirks ?? {}).find(([key]) => key === name)?.[1];
/** To be empty: whatever is here is counted and told at the end of each run, and breaks no law for the time being. */
export const knownFailures: readonly KnownFailure[] = [
  {
    name: "a deletion that IONOS hides before it is done counts as done",
    explains: ({ sentence }, outcome) =>
      sentence.includes("says that it has converged") &&
      ionosQuirk(outcome, "leavingObjects") === "hidden" &&
      ionosQuirk(outcome, "locationHeader") !== undefined,
  },
];

/** Parts breaches into those that are new and the names of what is known. */
export function sortOut(
  breaches: readonly Breach[],
  outcome: Outcome,
): { readonly unknown: readonly Breach[]; readonly known: readonly string[] } {
  const explained = breaches.map((breach) => ({
    breach,
    known: knownFailures.find(({ explains }) => explains(breach, outcome)),
  }));
  return {
    unknown: explained.flatMap(({ breach, known }) => (known === undefined ? [breach] : [])),
    known: explained.flatMap(({ known }) => (known === undefined ? [] : [known.name])),
  };
}

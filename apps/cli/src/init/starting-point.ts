import type { Target } from "@secgroup/config";

/** What a new document begins with: every group that stands on the targets, or an example that is commented out. */
export const beginnings = ["import", "example"] as const;

export type Beginning = (typeof beginnings)[number];

/** Everything that `secgroup init` has to know. */
export interface StartingPoint {
  /** The document's name, as it was given. */
  readonly file: string;
  /** At least one. */
  readonly targets: readonly Target[];
  readonly beginning: Beginning;
  /** Whether a file of that name may be overwritten. */
  readonly mayOverwrite: boolean;
}

import type { StoryEntry } from "@secgroup/simulator";
import type { World } from "../world/world.ts";
import type { RunRecord } from "./run-record.ts";

/** All that happened under one scenario. */
export interface Outcome {
  readonly world: World;
  /** In the order of their starts. */
  readonly runs: readonly RunRecord[];
  /** Why the play itself came to no end. */
  readonly error: unknown;
  /** The requests that came upon the fault layer. */
  readonly entries: readonly StoryEntry[];
  /** One line for each of them. */
  readonly story: string;
}

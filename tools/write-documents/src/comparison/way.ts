import type { PlainRule } from "./change.ts";
import type { CloudName, World } from "./world.ts";

/** One way to bring a group from its rules to new ones. */
export interface Way {
  readonly cloud: CloudName;
  /** In the table. */
  readonly title: string;
  /** `run`: the program itself; `replay`: the calls that its source makes. */
  readonly kind: "run" | "replay";
  /** Returns when the program would end. */
  readonly lead: (world: World, next: readonly PlainRule[]) => Promise<void>;
}

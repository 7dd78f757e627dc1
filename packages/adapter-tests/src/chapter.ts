import type { Capabilities } from "@secgroup/core";
import type { Tally } from "./tally.ts";
import type { World } from "./world.ts";

/** What chapters ask of the adapter under test. */
export interface Subject {
  /** As the adapter declares them. */
  readonly capabilities: Capabilities;
  /** As the backend declares it. */
  readonly isSynchronous: boolean;
  /** As the backend declares it. */
  readonly isInProcess: boolean;
  readonly tally: Tally;
  /** A new empty cloud with the adapter on it. */
  readonly newWorld: () => World;
}

/** One thing that an adapter must do. It has failed when `run` rejects; the message says what was expected and what came. */
export interface Check {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** One part of the contract. Which checks it has depends on the capabilities. */
export interface Chapter {
  readonly title: string;
  readonly checks: (subject: Subject) => readonly Check[];
}

/** A check in a world of its own. */
export function check(subject: Subject, name: string, run: (world: World) => Promise<void>): Check {
  return { name, run: () => run(subject.newWorld()) };
}

import type { DesiredGroup, ErrorPlace, RuleKey } from "@secgroup/core";

/** A datacenter of IONOS Cloud. */
export interface IonosTarget {
  /** The target's key in the document. */
  readonly name: string;
  readonly cloud: "ionos";
  /** The datacenter's id. */
  readonly datacenter: string;
}

/** A project and region of Gcore. */
export interface GcoreTarget {
  /** The target's key in the document. */
  readonly name: string;
  readonly cloud: "gcore";
  readonly project: number;
  readonly region: number;
}

/** One place that groups live in, told apart by `cloud`. */
export type Target = IonosTarget | GcoreTarget;

/** A group as one target is to have it, and where the document says so. */
export interface PlacedGroup {
  /** The target's name. */
  readonly target: string;
  /** The group's key in the document. */
  readonly key: string;
  readonly desired: DesiredGroup;
  readonly place: ErrorPlace;
  /** Where each rule of `desired` stands; for a rule that is said twice, the first place. */
  readonly rulePlaces: ReadonlyMap<RuleKey, ErrorPlace>;
}

/** Something that is right, but that its author should know. */
export interface Notice {
  readonly message: string;
  readonly place: ErrorPlace;
  /** The earlier place that the message speaks of. */
  readonly firstPlace: ErrorPlace;
}

/** What a document says, in the order in which it says it; a group stands once for each of its targets. */
export interface Configuration {
  readonly targets: readonly Target[];
  readonly groups: readonly PlacedGroup[];
  readonly notices: readonly Notice[];
}

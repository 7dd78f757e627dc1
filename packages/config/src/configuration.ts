import type { DesiredGroup, ErrorPlace, Guardrail, RuleKey } from "@secgroup/core";

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
  /** Which entries say each rule of `desired`: their indexes in the list of the rule's direction, rising, each once. */
  readonly ruleEntries: ReadonlyMap<RuleKey, readonly number[]>;
}

/** A guardrail on one target: names of groups in its rules are those of that target, and `groups` holds only keys that are on it. */
export interface PlacedGuardrail {
  /** The target's name. */
  readonly target: string;
  readonly guardrail: Guardrail;
}

/** The members of named sets by the set's name, as the document writes them: other sets of the section by name. */
export type WrittenSets = ReadonlyMap<string, readonly string[]>;

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
  /** A guardrail stands once for each target that has a group that it is about. */
  readonly guardrails: readonly PlacedGuardrail[];
  readonly addresses: WrittenSets;
  /** Without the services that are built in. */
  readonly services: WrittenSets;
  readonly notices: readonly Notice[];
}

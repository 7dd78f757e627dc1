import type { ErrorPlace, FindingId, Packet, Rule, TrafficLine } from "@secgroup/core";

/** A rule and the place of the entry that says it. */
export interface PlacedRule {
  readonly rule: Rule;
  readonly place: ErrorPlace;
}

/** A finding with its sentence and its place in the document. */
export interface PlacedFinding {
  readonly id: FindingId;
  readonly level: "error" | "warning" | "note";
  /** The group's key. */
  readonly group: string;
  readonly message: string;
  /** Of the first of the rules. */
  readonly place: ErrorPlace;
  /** The rules that it is about. */
  readonly rules: readonly PlacedRule[];
  /** For `redundant-rule`. */
  readonly coveredBy?: readonly PlacedRule[] | undefined;
  /** For `mergeable-rules`: what the rules could be instead. */
  readonly merged?: readonly Rule[] | undefined;
  /** For what is open to the world. */
  readonly lines?: readonly TrafficLine[] | undefined;
  readonly example?: Packet | undefined;
}

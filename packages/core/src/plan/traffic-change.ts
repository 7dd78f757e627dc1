import type { Packet } from "../model/packet.ts";
import type { Rule } from "../model/rule.ts";
import type { TrafficLine } from "../traffic/traffic-line.ts";
import { noTraffic, type Traffic } from "../traffic/traffic-space.ts";
import type { GroupChanges } from "./group-changes.ts";
import { trafficOf } from "./group-traffic.ts";

/** Traffic that a plan opens or closes. */
export interface PlannedTraffic {
  readonly line: TrafficLine;
  /** One packet of it. */
  readonly example: Packet;
  /** Positions of the changes that cause it: in `added` for what opens, in `removed` for what closes. */
  readonly causes: readonly number[];
}

/** What the changes of one group do to packets. */
export interface TrafficChange {
  readonly opens: readonly PlannedTraffic[];
  readonly closes: readonly PlannedTraffic[];
  /** Positions of changes that move no packet: what they add was allowed before, what they remove still is. */
  readonly withoutEffect: { readonly added: readonly number[]; readonly removed: readonly number[] };
}

/** Says what opens and what closes, in few lines. */
export function describeTrafficChange(changes: GroupChanges): TrafficChange {
  const { space, old, new: next, opens, closes } = trafficOf(changes);
  const added = addedBy(changes).map((rule) => space.ofRule(rule));
  const removed = removedBy(changes).map((rule) => space.ofRule(rule));
  const describe = (traffic: Traffic, causes: readonly Traffic[]): readonly PlannedTraffic[] =>
    space.describe(traffic).flatMap((line) => {
      const example = space.sample(space.ofLine(line));
      const meets = (cause: Traffic): boolean => space.intersection(cause, space.ofLine(line)) !== noTraffic;
      return example ? [{ line, example, causes: positions(causes, meets) }] : [];
    });
  return {
    opens: describe(opens, added),
    closes: describe(closes, removed),
    withoutEffect: {
      added: positions(added, (rule) => space.contains(old, rule)),
      removed: positions(removed, (rule) => space.contains(next, rule)),
    },
  };
}

function addedBy(changes: GroupChanges): readonly Rule[] {
  switch (changes.kind) {
    case "create":
      return changes.desired.rules;
    case "update":
      return changes.diff.create;
    case "delete":
      return [];
  }
}

function removedBy(changes: GroupChanges): readonly Rule[] {
  switch (changes.kind) {
    case "create":
      return [];
    case "update":
      return changes.diff.remove.map(({ rule }) => rule);
    case "delete":
      return changes.observed.rules.map(({ rule }) => rule);
  }
}

function positions<Item>(items: readonly Item[], accept: (item: Item) => boolean): readonly number[] {
  return items.flatMap((item, index) => (accept(item) ? [index] : []));
}

import {
  checkSupport,
  createTrafficSpace,
  exampleLines,
  noTraffic,
  type Capabilities,
  type ExampleLine,
  type Rule,
} from "@secgroup/core";
import type { GroupNames } from "../render/describe-rules.ts";
import { nameReference } from "../traffic/name-references.ts";
import type { SideGroup } from "./side-groups.ts";

/** A rule that one side has and the other side's cloud cannot express. */
export interface InexpressibleRule {
  readonly rule: Rule;
  readonly message: string;
}

/** Two groups that belong together, or one without its like, and the traffic that differs. */
export interface ComparedGroup {
  readonly a?: Pick<SideGroup, "key" | "name" | "unreadable"> | undefined;
  readonly b?: Pick<SideGroup, "key" | "name" | "unreadable"> | undefined;
  /** Whether no packet is told apart; false also where a rule cannot be understood, since nobody knows then. */
  readonly equal: boolean;
  readonly onlyA: readonly ExampleLine[];
  readonly onlyB: readonly ExampleLine[];
  /** Rules behind the difference that the cloud of the side that lacks them cannot express. */
  readonly inexpressible: readonly InexpressibleRule[];
}

/** What the clouds of the two sides can express; nothing for a side that is a document. */
export interface SideClouds {
  readonly a: Capabilities | undefined;
  readonly b: Capabilities | undefined;
}

/** Groups of two sides by key, else by name; those of `b` that are left come last. */
export function pairGroups(
  a: readonly SideGroup[],
  b: readonly SideGroup[],
): readonly (readonly [SideGroup | undefined, SideGroup | undefined])[] {
  const left = new Set(b);
  const take = (accept: (other: SideGroup) => boolean): SideGroup | undefined => {
    const found = [...left].find(accept);
    if (found) left.delete(found);
    return found;
  };
  const byKey = a.map((group) => take(({ key }) => key !== undefined && key === group.key));
  const pairs = a.map((group, index) => [group, byKey[index] ?? take(({ name }) => name === group.name)] as const);
  return [...pairs, ...[...left].map((group) => [undefined, group] as const)];
}

/** The traffic that one of two groups allows and the other does not; a group that is missing allows nothing. */
export function compareGroups(
  a: SideGroup | undefined,
  b: SideGroup | undefined,
  clouds: SideClouds,
  names: GroupNames,
): ComparedGroup {
  const [rulesA, rulesB] = [a, b].map((group) => (group?.rules ?? []).map((rule) => nameReference(rule, names)));
  const [ofA, ofB] = [rulesA ?? [], rulesB ?? []];
  const space = createTrafficSpace([...ofA, ...ofB]);
  const onlyA = space.difference(space.of(ofA), space.of(ofB));
  const onlyB = space.difference(space.of(ofB), space.of(ofA));
  const unreadable = (a?.unreadable.length ?? 0) + (b?.unreadable.length ?? 0);
  return {
    a: a && identify(a),
    b: b && identify(b),
    equal: onlyA === noTraffic && onlyB === noTraffic && unreadable === 0,
    onlyA: exampleLines(onlyA, space),
    onlyB: exampleLines(onlyB, space),
    inexpressible: [
      ...inexpressible(ofA, clouds.b, (rule) => space.intersection(space.ofRule(rule), onlyA) !== noTraffic),
      ...inexpressible(ofB, clouds.a, (rule) => space.intersection(space.ofRule(rule), onlyB) !== noTraffic),
    ],
  };
}

function identify({ key, name, unreadable }: SideGroup): Pick<SideGroup, "key" | "name" | "unreadable"> {
  return { key, name, unreadable };
}

/** A description moves no packet, so that one that the cloud does not take says nothing here. */
function inexpressible(
  rules: readonly Rule[],
  cloud: Capabilities | undefined,
  differs: (rule: Rule) => boolean,
): readonly InexpressibleRule[] {
  if (cloud === undefined) return [];
  return rules.flatMap((rule) => {
    const desired = { ensure: "present", unlistedRules: "remove", name: "", rules: [rule] } as const;
    const errors = checkSupport({ key: "", desired }, cloud, { name: "", description: "" });
    const reasons = errors.filter(({ place }) => place.field !== "description");
    return reasons.length > 0 && differs(rule) ? reasons.map(({ message }) => ({ rule, message })) : [];
  });
}

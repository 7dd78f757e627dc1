import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canRelabelInPlace,
  canUpdateInPlace,
  no,
  type RuleDraft,
  type RuleField,
  type RuleUpdates,
} from "../../src/index.ts";
import { updateKind } from "../../src/plan/can-update-in-place.ts";
import { anyRule, ruleOf } from "../support/arbitrary-rule.ts";

const fields: readonly RuleField[] = [
  "direction",
  "ipVersion",
  "protocol",
  "ports",
  "icmp",
  "remote",
  "local",
  "sourceMac",
  "description",
];
const updates = (immutable: readonly RuleField[] = [], unclearable: readonly RuleField[] = []): RuleUpdates => ({
  supported: true,
  immutable,
  unclearable,
});
const without = (field: RuleField): readonly RuleField[] => fields.filter((other) => other !== field);

const tcp: RuleDraft = { direction: "ingress", ipVersion: "IPv4", protocol: "tcp" };
const web: RuleDraft = { ...tcp, ports: { from: 80, to: 80 } };
const ping: RuleDraft = { ...tcp, protocol: "icmp" };

/** Drafts that differ in this field alone; the last says nothing in it, where that can be. */
const states: Readonly<Record<RuleField, readonly RuleDraft[]>> = {
  direction: [web, { ...web, direction: "egress" }],
  ipVersion: [web, { ...web, ipVersion: "IPv6" }],
  protocol: [tcp, { ...tcp, protocol: "gre" }, { ...tcp, protocol: "any" }],
  ports: [web, { ...tcp, ports: { from: 80, to: 90 } }, tcp],
  icmp: [
    { ...ping, icmp: { type: 3, code: 1 } },
    { ...ping, icmp: { type: 3, code: 2 } },
    { ...ping, icmp: { type: 3 } },
    ping,
  ],
  remote: [
    { ...web, remote: "10.0.0.0/8" },
    { ...web, remoteGroup: "10.0.0.0/8" },
    { ...web, remoteGroup: "other" },
    { ...web, remoteGroupName: "10.0.0.0/8" },
    { ...web, remoteGroupName: "other" },
    web,
  ],
  local: [{ ...web, local: "10.0.0.7" }, { ...web, local: "10.0.0.0/8" }, web],
  sourceMac: [{ ...web, sourceMac: "02:01:0a:0b:0c:0d" }, { ...web, sourceMac: "02:01:0a:0b:0c:0e" }, web],
  description: [{ ...web, description: "one" }, { ...web, description: "any" }, web],
};
const clears = (field: RuleField, index: number): boolean =>
  field !== "direction" && field !== "ipVersion" && index === states[field].length - 1;

const changes = fields.flatMap((field) =>
  states[field].flatMap((from, start) =>
    states[field].flatMap((to, end) =>
      start === end
        ? []
        : [
            {
              field,
              from: ruleOf(from),
              to: ruleOf(to),
              wasClear: clears(field, start),
              isCleared: clears(field, end),
            },
          ],
    ),
  ),
);

describe("a change of one field", () => {
  it.each(changes)("%# of $field is possible where that field can change", ({ field, from, to, isCleared }) => {
    expect(canUpdateInPlace(from, to, updates())).toBe(true);
    expect(canUpdateInPlace(from, to, updates(without(field), without(field)))).toBe(true);
    expect(canUpdateInPlace(from, to, updates([field]))).toBe(false);
    expect(canUpdateInPlace(from, to, updates([], [field]))).toBe(!isCleared);
    expect(canUpdateInPlace(from, to, no("rules are replaced"))).toBe(false);
  });

  it.each(changes)(
    "%# of $field makes it another kind of rule where that field is fixed",
    ({ field, from, to, wasClear, isCleared }) => {
      const isSameKind = (given: RuleUpdates): boolean => updateKind(from, given) === updateKind(to, given);
      expect(isSameKind(updates())).toBe(true);
      expect(isSameKind(updates(without(field), without(field)))).toBe(true);
      expect(isSameKind(updates([field]))).toBe(false);
      expect(isSameKind(updates([], [field]))).toBe(wasClear === isCleared);
      expect(isSameKind(no("rules are replaced"))).toBe(true);
    },
  );
});

describe("a change of protocol", () => {
  it.each<[what: string, from: RuleDraft, to: RuleDraft, updates: RuleUpdates, wanted: boolean]>([
    ["is never possible where it is fixed", web, { ...ping, icmp: { type: 8 } }, updates(["protocol"]), false],
    ["is possible where it is not", web, { ...ping, icmp: { type: 8 } }, updates(), true],
    ["lifts the ports", web, ping, updates([], ["ports"]), false],
    ["sets the ports", ping, web, updates([], ["ports"]), true],
    ["sets no ports where none were set", tcp, ping, updates(["ports", "icmp"]), true],
    ["sets an ICMP type that is fixed", tcp, { ...ping, icmp: { type: 8 } }, updates(["icmp"]), false],
  ])("%s", (_, from, to, given, wanted) => {
    expect(canUpdateInPlace(ruleOf(from), ruleOf(to), given)).toBe(wanted);
  });
});

it("a rule can always become itself, and any other where nothing is fixed; what is fixed both ways or in neither", () => {
  fc.assert(
    fc.property(anyRule, anyRule, fc.subarray([...fields]), fc.subarray([...fields]), (one, other, fixed, kept) => {
      expect(canUpdateInPlace(one, one, updates(fields, fields))).toBe(true);
      expect(canUpdateInPlace(one, other, updates())).toBe(true);
      expect(canUpdateInPlace(one, other, updates(fixed))).toBe(canUpdateInPlace(other, one, updates(fixed)));
      expect(canUpdateInPlace(one, other, updates(fields))).toBe(JSON.stringify(one) === JSON.stringify(other));
      // Every limit only takes possibilities away.
      if (canUpdateInPlace(one, other, updates(fixed, kept))) {
        expect(canUpdateInPlace(one, other, updates(fixed.slice(1), kept.slice(1)))).toBe(true);
      }
    }),
  );
});

it("rules of one kind can become the same rules, and the same rules can become them", () => {
  fc.assert(
    fc.property(
      anyRule,
      anyRule,
      anyRule,
      fc.subarray([...fields]),
      fc.subarray([...fields]),
      (one, two, third, ...[fixed, kept]) => {
        const given = updates(fixed, kept);
        fc.pre(updateKind(one, given) === updateKind(two, given));
        expect(canUpdateInPlace(one, third, given)).toBe(canUpdateInPlace(two, third, given));
        expect(canUpdateInPlace(third, one, given)).toBe(canUpdateInPlace(third, two, given));
      },
    ),
    { numRuns: 50 },
  );
});

it.each<[RuleUpdates, boolean]>([
  [updates(), true],
  [updates(["protocol", "ports"], ["description"]), true],
  [updates(["description"]), false],
  [no("rules are replaced"), false],
])("a description alone can change with %j: %s", (given, wanted) => {
  expect(canRelabelInPlace(given)).toBe(wanted);
});

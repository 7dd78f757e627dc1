import { ruleKey, type GroupId, type ObservedGroup, type Remote, type Rule, type RuleId } from "@secgroup/core";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  readConfiguration,
  writeDocument,
  writeEntries,
  type Configuration,
  type ImportedGroup,
  type Target,
} from "../src/index.ts";
import { arbitraryName, arbitraryRules } from "./support/arbitrary-rule.ts";
import { firstRules, readText, withEgress, withIngress } from "./support/read.ts";

// Many runs, on whatever machine.
vi.setConfig({ testTimeout: 60_000 });

const twoTargets: readonly Target[] = [
  { name: "fra", cloud: "ionos", datacenter: "dc-1" },
  { name: "t", cloud: "gcore", project: 1, region: 2 },
];
const ids = [1, 2, 3].map((number) => `0b0e8ebe-2b0d-4d2b-8b0e-00000000000${number}`);
const elsewhere = "0b0e8ebe-2b0d-4d2b-8b0e-00000000ffff";

function observed(id: string, name: string, rules: readonly Rule[], more: Partial<ObservedGroup> = {}): ObservedGroup {
  const list = rules.map((rule, index) => ({
    id: `r${index}` as RuleId,
    rule,
    draft: { direction: rule.direction },
    providerOwned: false,
  }));
  return { id: id as GroupId, name, description: "", tags: {}, readOnlyTags: {}, rules: list, unreadable: [], ...more };
}

const read = (text: string): Configuration => readConfiguration(text, { file: "imported.yaml", environment: {} });

/** The rule with its group named as a document names it: by name when it stands in the document without an id. */
function asRead(rule: Rule, groups: readonly ObservedGroup[]): Rule {
  if (rule.remote.kind !== "group") return rule;
  const { id } = rule.remote;
  const group = groups.find((other) => other.id === id);
  const isOnly = groups.filter(({ name }) => name === group?.name).length === 1;
  const remote: Remote = group && isOnly ? { kind: "named-group", name: group.name } : rule.remote;
  return { ...rule, remote };
}

const distinct = (rules: readonly Rule[]): readonly Rule[] => [
  ...new Map(rules.toReversed().map((rule) => [ruleKey(rule), rule])).values(),
];
const sorted = (rules: readonly Rule[]): readonly Rule[] =>
  rules.toSorted((left, right) => (ruleKey(left) < ruleKey(right) ? -1 : 1));

describe("a written document", () => {
  test("reads back as the same groups", () => {
    let pairs = 0;
    let long = 0;
    fc.assert(
      fc.property(
        fc.tuple(
          ...ids.map(() =>
            fc.tuple(
              arbitraryName.filter((name) => name !== ""),
              arbitraryRules([...ids, elsewhere]),
              fc.dictionary(
                fc.string({ maxLength: 3 }).filter((key) => key !== "__proto__"),
                arbitraryName,
                { maxKeys: 2 },
              ),
            ),
          ),
        ),
        (contents) => {
          const groups = contents.map(([name, rules, tags], index) =>
            observed(ids[index] ?? "", name, distinct(rules), { tags, description: name }),
          );
          const text = writeDocument(
            twoTargets,
            groups.map((group) => ({ target: "t", group })),
          );
          if (text.includes("from: any")) pairs++;
          if (text.includes("protocol:")) long++;
          const { targets, groups: placed, notices } = read(text);
          expect(targets).toEqual(twoTargets);
          expect(notices).toEqual([]);
          const wanted = groups.toSorted((left, right) =>
            JSON.stringify([left.name, left.id]) < JSON.stringify([right.name, right.id]) ? -1 : 1,
          );
          const actual = placed
            .map(({ desired }) => desired)
            .toSorted((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
          expect(actual.map(({ name }) => name).toSorted()).toEqual(wanted.map(({ name }) => name).toSorted());
          for (const group of wanted) {
            const found = placed.filter(
              ({ desired }) => desired.id === group.id || (desired.id === undefined && desired.name === group.name),
            );
            expect(found).toHaveLength(1);
            const desired = found[0]?.desired;
            const rules = sorted(group.rules.map(({ rule }) => asRead(rule, groups)));
            expect(desired?.ensure === "present" && { ...desired, rules: sorted(desired.rules) }).toEqual({
              ensure: "present",
              name: group.name,
              ...(desired?.id !== undefined && { id: group.id }),
              ...(group.description !== "" && { description: group.description }),
              ...(Object.keys(group.tags).length > 0 && { tags: group.tags }),
              rules,
              unlistedRules: "remove",
            });
          }
        },
      ),
      { numRuns: 150 },
    );
    // Both forms were really written.
    expect(pairs).toBeGreaterThan(10);
    expect(long).toBeGreaterThan(10);
  });

  test("is short where the short form says everything", () => {
    const rules = firstRules(
      withIngress(`{ allow: [ssh, ping], from: any, description: a }
      - { allow: tcp/80-81, from: [0.0.0.0/0, 10.0.0.0/8] }
      - { allow: icmp/3.4, from: group:web }
      - { protocol: udp, remote: group:web, ipVersion: IPv6 }
      - { allow: sctp, from: group:web }
      - { protocol: tcp, ports: 5, local: 10.0.0.1 }`),
    );
    expect(
      writeDocument(twoTargets.slice(1), [
        { target: "t", group: observed("i", "web", rules, { tags: { b: "1", a: "x" } }) },
      ]),
    ).toBe(`targets:
  t: { cloud: gcore, project: 1, region: 2 }
groups:
  web:
    on: t
    tags:
      a: x
      b: "1"
    ingress:
      - { allow: icmp/3.4, from: group:web }
      - { allow: icmp/8, from: any, description: a }
      - { allow: ipv6-icmp/128, from: any, description: a }
      - { allow: sctp, from: group:web }
      - { allow: tcp/22, from: any, description: a }
      - { ipVersion: IPv4, protocol: tcp, ports: 5, local: 10.0.0.1/32 }
      - { allow: tcp/80-81, from: 0.0.0.0/0 }
      - { allow: tcp/80-81, from: 10.0.0.0/8 }
      - { ipVersion: IPv6, protocol: udp, remote: group:web }
    egress: []
`);
  });

  test("is the same whatever the order of groups and rules", () => {
    const rules = firstRules(withIngress("{ allow: [ssh, http], from: [any, 10.0.0.0/8] }"));
    const groups: readonly ImportedGroup[] = [
      { target: "t", group: observed("2", "b", rules) },
      { target: "t", group: observed("1", "a", rules) },
      { target: "fra", group: observed("3", "b", rules) },
    ];
    const reversed = groups
      .toReversed()
      .map(({ target, group }) => ({ target, group: { ...group, rules: group.rules.toReversed() } }));
    const text = writeDocument(twoTargets, groups);
    expect(writeDocument(twoTargets, reversed)).toBe(text);
    expect(readText(text).groups.map(({ target, key, desired }) => [target, key, desired.name])).toEqual([
      ["fra", "b", "b"],
      ["t", "a", "a"],
      ["t", "b-t", "b"],
    ]);
  });

  test("keeps what the provider put into a group, and does not list it", () => {
    const [rule, other] = firstRules(withIngress("{ allow: [ssh, http], from: 10.0.0.0/8 }"));
    const group = observed("1", "a", rule && other ? [rule, other] : []);
    const mixed = { ...group, rules: group.rules.map((each, index) => ({ ...each, providerOwned: index === 1 })) };
    const [placed] = read(writeDocument(twoTargets, [{ target: "t", group: mixed }])).groups;
    expect(placed?.desired).toMatchObject({ unlistedRules: "keep", rules: [rule] });
  });

  test("keeps rules that were not read, and says why", () => {
    const text = writeDocument(twoTargets, [{ target: "t", group: observed("1", "a", []), unlisted: "nobody read 2" }]);
    expect(text).toContain('# The group "a" on "t" keeps unlisted rules: nobody read 2\n');
    expect(read(text).groups[0]?.desired).toMatchObject({ unlistedRules: "keep" });
  });

  test("tells groups of one name apart by their ids", () => {
    const text = writeDocument(twoTargets, [
      { target: "t", group: observed("1", "a", []) },
      { target: "t", group: observed("2", "a", []) },
    ]);
    expect(read(text).groups.map(({ desired }) => [desired.name, desired.id])).toEqual([
      ["a", "1"],
      ["a", "2"],
    ]);
  });

  test("leaves out a group without a name, and says so", () => {
    const text = writeDocument(twoTargets, [{ target: "t", group: observed("1", "", []) }]);
    expect(text).toContain('# The group "" (1) on "t" is left out; it has no name\n');
    expect(read(text).groups).toEqual([]);
  });

  test("leaves out a group with a rule that no document can say, and says so", () => {
    const group = observed("1", "a\nb", [], { unreadable: [{ id: "r" as RuleId, reason: "protocol 200" }] });
    const text = writeDocument(twoTargets, [{ target: "t", group }]);
    expect(text).toContain(
      '# The group "a\\nb" (1) on "t" is left out; it has rules that no document can say: "r: protocol 200"\n',
    );
    expect(read(text).groups).toEqual([]);
  });
});

describe("entries written for rules", () => {
  const name = (idOrName: string): string => `of ${idOrName}`;

  test("are those of one direction, with groups named by the caller", () => {
    const rules = [
      ...firstRules(withIngress("{ allow: [ssh, http], from: [any, group:web] }")),
      ...firstRules(withEgress("{ allow: dns, to: 10.0.0.1 }")),
    ];
    expect(writeEntries(rules, "ingress", name)).toEqual([
      { allow: "tcp/22", from: "any" },
      { allow: "tcp/22", from: "group:of web" },
      { allow: "tcp/80", from: "any" },
      { allow: "tcp/80", from: "group:of web" },
    ]);
    expect(writeEntries(rules, "egress", name)).toEqual([
      { allow: "tcp/53", to: "10.0.0.1/32" },
      { allow: "udp/53", to: "10.0.0.1/32" },
    ]);
    expect(writeEntries([], "egress", name)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { no, type GroupChanges, type Rule } from "../../../src/index.ts";
import { memoryCapabilities } from "../../../src/memory/index.ts";
import { writeRulesTogether } from "../../../src/plan/order/group-rule-writes.ts";
import { ruleOf } from "../../support/arbitrary-rule.ts";
import { updateOf } from "../../support/changes.ts";
import { describeWavesOfGroups, narrow, tcp, udp } from "../../support/describe-waves.ts";

const range = (from: number, to: number, remote = "10.0.0.0/8", protocol = "tcp"): Rule =>
  ruleOf({ direction: "ingress", protocol, ports: { from, to }, remote });
const narrowRange = (from: number, to: number, protocol = "tcp"): Rule => range(from, to, "10.1.0.0/16", protocol);
const ports = (first: number, count: number): number[] => Array.from({ length: count }, (_, index) => first + index);
const tcps = (first: number, count: number): Rule[] => ports(first, count).map((port) => tcp(port));

/** Waves for groups that are ordered together, in words. */
function wavesOf(groups: readonly GroupChanges[], rulesPerGroup: number, canUpdate = true): string[][] {
  const updates = groups.flatMap((group) => (group.kind === "update" ? [group] : []));
  const capabilities = canUpdate
    ? memoryCapabilities
    : { ...memoryCapabilities, ruleUpdates: no("rules are carved in stone") };
  const waves = writeRulesTogether(updates, { capabilities, limits: { rulesPerGroup } });
  return describeWavesOfGroups(
    { waves },
    updates.map(({ observed }) => observed),
  );
}

describe("where the choice wave by wave is not the best, the search is", () => {
  it.each<[string, before: Rule[], after: Rule[], limit: number, waves: string[][]]>([
    [
      "fewer writes",
      [tcp(4), narrow(4)],
      [tcp(2), narrowRange(3, 4)],
      3,
      [["a: update 4 to 3-4 narrow"], ["a: update 4 narrow to 2"]],
    ],
    [
      "no interruption, for as many writes as that takes",
      [narrowRange(3, 4, "udp"), tcp(4)],
      [range(1, 3), narrowRange(1, 3, "udp")],
      2,
      [["a: delete 4"], ["a: create udp 1-3 narrow"], ["a: delete udp 3-4 narrow"], ["a: create 1-3"]],
    ],
    [
      "up to twelve changed rules",
      [tcp(4), narrow(4), ...ports(11, 4).map(udp)],
      [tcp(2), narrowRange(3, 4), ...ports(21, 4).map(udp)],
      6,
      [
        ["a: update 4 to 3-4 narrow"],
        ["a: update 4 narrow to 2", ...ports(11, 4).map((port) => `a: update udp ${port} to udp ${port + 10}`)],
      ],
    ],
    [
      "and the choice stands where the search saves no write",
      [range(1, 2), tcp(3)],
      [narrow(3), narrowRange(2, 4)],
      50,
      [["a: create 2-4 narrow"], ["a: update 1-2 to 3 narrow", "a: delete 3"]],
    ],
  ])("%s", (_, before, after, limit, waves) => {
    expect(wavesOf([updateOf("a", before, after)], limit)).toEqual(waves);
  });
});

describe("of several groups", () => {
  it("each keeps what must stay by its own rules, whatever the others allow", () => {
    const both = ["a", "b"].map((name) => updateOf(name, [tcp(1)], [narrow(1)]));
    expect(wavesOf(both, 10, false)).toEqual([
      ["a: create 1 narrow", "b: create 1 narrow"],
      ["a: delete 1", "b: delete 1"],
    ]);
  });

  it("each keeps what another is to open, whoever else allows it still", () => {
    const [one, other] = [updateOf("a", [tcp(1)], []), updateOf("c", [tcp(1)], [])];
    expect(wavesOf([one, updateOf("b", [], [tcp(1)]), other], 10)).toEqual([
      ["b: create 1"],
      ["a: delete 1", "c: delete 1"],
    ]);
  });
});

it("twenty edits that must overlap take one write more, without a search", () => {
  const waves = wavesOf([updateOf("a", tcps(1, 20), ports(1, 20).map(narrow))], 30);
  expect(waves.flat().toSorted()).toEqual(
    [
      "a: create 1 narrow",
      ...ports(1, 19).map((port) => `a: update ${port} to ${port + 1} narrow`),
      "a: delete 20",
    ].toSorted(),
  );
});

describe("hundreds of rules", () => {
  const exchange = (count: number): GroupChanges[] => {
    const [one, other] = [tcps(1, count), tcps(1_001, count)];
    return [updateOf("a", one, other), updateOf("b", other, one)];
  };

  it("of one group are updated in place", () => {
    const waves = wavesOf([updateOf("a", tcps(1, 201), tcps(1_001, 201))], 1_000);
    expect(waves).toEqual([ports(1, 201).map((port) => `a: update ${port} to ${port + 1_000}`)]);
  });

  it("of groups that wait for each other are updated in place up to four hundred", () => {
    const waves = wavesOf(exchange(100), 1_000);
    expect(waves.flat()).toHaveLength(201);
  });

  it("of groups that wait for each other are all created before any is deleted above that", () => {
    const all = ports(1, 101);
    expect(wavesOf(exchange(101), 1_000)).toEqual([
      [...all.map((port) => `a: create ${port + 1_000}`), ...all.map((port) => `b: create ${port}`)],
      [...all.map((port) => `a: delete ${port}`), ...all.map((port) => `b: delete ${port + 1_000}`)],
    ]);
  });
});

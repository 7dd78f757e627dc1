import {
  createPlan,
  diffGroup,
  orderSafely,
  proveWaves,
  type GroupChanges,
  type ObservedGroup,
  type PresentGroup,
  type Rule,
} from "@secgroup/core";
import { gcore, gcoreCapabilities } from "../../../packages/adapter-gcore/dist/index.js";
import { describeTrafficChange } from "../../../packages/core/dist/plan/traffic-change.js";
import { measureInTurns } from "./measure.ts";
import { mixedRules } from "./mixed-rules.ts";
import { ratio } from "./ratio.ts";
import { readWireRule } from "./bench-traffic.ts";
import { sampleUuid } from "./sample-values.ts";

const groupCount = 100;
const rulesPerGroup = 100;

/** A whole plan of many groups, from the cloud's answer on, with everything about traffic and without. */
export async function benchPlans(): Promise<void> {
  console.log(
    `\nA plan of ${groupCount} groups with ${rulesPerGroup} rules each, read from Gcore's answer, against the same without traffic, order and proofs`,
  );
  console.log("(aims: <= 5 when every group changes; 1 when none does)\n");
  const target = await sampleTarget();
  const unlike = target.groups.map((_group, index) => mixedRules(rulesPerGroup, index + 1_001).map(readWireRule));
  const scenarios: readonly Scenario[] = [
    { title: "no group changes", rounds: 12, change: (rules) => rules },
    { title: "one rule of each group is widened", rounds: 12, change: (rules) => widen(rules, 1) },
    { title: "ten rules of each group are widened", rounds: 12, change: (rules) => widen(rules, 10) },
    { title: "every rule of every group is another", rounds: 2, change: (_rules, index) => unlike[index] ?? [] },
  ];
  for (const { title, rounds, change } of scenarios) {
    const desired = target.groups.map((group, index): PresentGroup => ({
      ensure: "present",
      name: group.name,
      rules: change(
        group.rules.map(({ rule }) => rule),
        index,
      ),
      unlistedRules: "remove",
    }));
    const changes = changesOf(target.groups, desired);
    const [whole = 0, part = 0] = await measureInTurns(
      [() => target.plan(desired), async () => judge(changes)],
      rounds,
    );
    console.log(`${title.padEnd(38)} ${ratio(whole / (whole - part))}`);
  }
}

interface Scenario {
  readonly title: string;
  readonly rounds: number;
  readonly change: (rules: readonly Rule[], index: number) => readonly Rule[];
}

function changesOf(groups: readonly ObservedGroup[], desired: readonly PresentGroup[]): readonly GroupChanges[] {
  return groups.flatMap((observed, index): GroupChanges[] => {
    const wanted = desired[index];
    if (wanted === undefined) return [];
    const diff = diffGroup(observed, wanted);
    return diff.create.length + diff.remove.length > 0 ? [{ kind: "update", observed, diff, relabels: false }] : [];
  });
}

/** Everything that a plan does beyond comparing rules. What was worked out for the same object before is not used again. */
function judge(known: readonly GroupChanges[]): number {
  const changes = known.map((one) => ({ ...one }));
  const context = { capabilities: gcoreCapabilities, limits: gcoreCapabilities.limits };
  const waves = orderSafely(changes, context);
  const unproved = proveWaves(changes, waves, context);
  return changes.map(describeTrafficChange).length + unproved.length;
}

interface SampleTarget {
  readonly groups: readonly ObservedGroup[];
  readonly plan: (desired: readonly PresentGroup[]) => Promise<unknown>;
}

async function sampleTarget(): Promise<SampleTarget> {
  const groups = Array.from({ length: groupCount }, (_, index) => groupAnswer(index));
  const text = JSON.stringify({ count: groups.length, results: groups });
  const headers = { "content-type": "application/json" };
  const fetch = async (): Promise<Response> => new Response(text, { headers });
  const adapter = gcore({ apiKey: "key", project: 1, region: 1, fetch });
  const { signal } = new AbortController();
  const clock = { now: () => 0, sleep: async () => {} };
  const listed = await adapter.listGroups(signal);
  return {
    groups: listed.flatMap((entry) => (entry.rules === "listed" ? [entry.group] : [])),
    plan: (desired) =>
      createPlan(
        [{ name: "lux", location: {}, adapter, groups: desired.map((group) => ({ key: group.name, desired: group })) }],
        { clock, signal },
      ),
  };
}

function groupAnswer(index: number): object {
  return {
    id: sampleUuid(index),
    name: `group ${index}`,
    description: "",
    created_at: "2026-05-23T05:07:31+0000",
    updated_at: "2026-05-23T05:07:31+0000",
    revision_number: 7,
    project_id: 1,
    region_id: 1,
    region: "Luxembourg",
    tags_v2: [],
    security_group_rules: mixedRules(rulesPerGroup, index + 1),
  };
}

/** The first rules of a set with any address at the other end. */
function widen(rules: readonly Rule[], count: number): readonly Rule[] {
  return rules.map((rule, index) => (index < count ? { ...rule, remote: { kind: "any" } } : rule));
}

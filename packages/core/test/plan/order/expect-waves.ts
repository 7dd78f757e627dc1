import { expect } from "vitest";
import { no, type Capabilities, type Limits, type PresentGroup, type Rule } from "../../../src/index.ts";
import { ruleOf } from "../../support/arbitrary-rule.ts";
import { describeWaves, targetOf } from "../../support/describe-waves.ts";
import { memoryTarget, present } from "../../support/memory-target.ts";

export const from = (name: string): Rule =>
  ruleOf({ direction: "ingress", ipVersion: "IPv4", protocol: "tcp", remoteGroupName: name });
export const range = (first: number, last: number): Rule =>
  ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: first, to: last }, remote: "10.0.0.0/8" });
export const named = (description: string, rule: Rule): Rule => ({ ...rule, description });

/** Any rule can become any other of its protocol. */
export const inPlace: Partial<Capabilities> = {};
export const notInPlace: Partial<Capabilities> = { ruleUpdates: no("rules are carved in stone") };
export const byRuleSet: Partial<Capabilities> = { writeGranularity: "rule-set", ruleUpdates: no("rules are replaced") };
export const atMost = (rulesPerGroup: number): { readonly limits: Limits } => ({ limits: { rulesPerGroup } });

/** What happens to one group, in words; `unproved` are the positions of steps that may interrupt something. */
export interface Case {
  readonly on: Partial<Capabilities>;
  readonly before: readonly Rule[];
  readonly after: readonly Rule[];
  readonly waves: readonly (readonly string[])[];
  readonly unproved?: readonly (readonly [reason: string, wave: number, step: number])[];
  readonly parts?: Partial<PresentGroup>;
  readonly relabel?: boolean;
}

export async function expectWaves({
  on,
  before,
  after,
  waves,
  unproved = [],
  parts,
  relabel = false,
}: Case): Promise<void> {
  const target = memoryTarget(on);
  target.cloud.seed({ name: "web", rules: before });
  const observed = target.cloud.groups();
  const plan = await target.plan([present("web", { rules: after, ...parts })], { relabel });
  expect(describeWaves(targetOf(plan), observed)).toEqual(waves);
  expect(targetOf(plan).unproved.map(({ reason, wave, step }) => [reason, wave, step])).toEqual(unproved);
  const report = await target.apply(plan, { force: true, allowInterruption: true });
  expect(report.targets[0]?.error).toBeUndefined();
}

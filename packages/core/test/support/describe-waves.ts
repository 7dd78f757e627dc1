import type { ObservedGroup, Plan, Rule, RuleId, Step, TargetPlan } from "../../src/index.ts";
import { ruleOf } from "./arbitrary-rule.ts";

/** A rule for one port, from a wide network unless said. */
export const tcp = (port: number, remote = "10.0.0.0/8"): Rule =>
  ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: port, to: port }, remote });

/** The same port from a part of that network: what it allows must stay when it replaces the wide one. */
export const narrow = (port: number): Rule => tcp(port, "10.1.0.0/16");

export const udp = (port: number): Rule =>
  ruleOf({ direction: "ingress", protocol: "udp", ports: { from: port, to: port }, remote: "10.0.0.0/8" });

/** The only target of a plan. */
export function targetOf(plan: Plan): TargetPlan {
  const [target] = plan.targets;
  if (target === undefined) throw new Error("the plan has no target");
  return target;
}

/**
 * Each wave as its steps in words, such as `update 22 to 443`: a rule is its port, `narrow` when it has the narrow network, `udp` when it is
 * no tcp, its description in quotes. Steps of a rule are named by the rules that stood before the plan.
 */
export function describeWaves({ waves }: Pick<TargetPlan, "waves">, before: readonly ObservedGroup[]): string[][] {
  const ids = new Map<RuleId, Rule>(before.flatMap(({ rules }) => rules.map(({ id, rule }) => [id, rule])));
  const byId = (id: RuleId): string => {
    const rule = ids.get(id);
    return rule === undefined ? `no rule ${id}` : word(rule);
  };
  return waves.map((wave) => wave.map((step) => describeStep(step, byId)));
}

/** The same with the group's name before each step. */
export function describeWavesOfGroups(plan: Pick<TargetPlan, "waves">, before: readonly ObservedGroup[]): string[][] {
  const words = describeWaves(plan, before);
  return plan.waves.map((wave, index) =>
    wave.map((step, position) => `${"group" in step ? step.group.name : step.name}: ${words[index]?.[position]}`),
  );
}

function describeStep(step: Step, byId: (id: RuleId) => string): string {
  switch (step.kind) {
    case "create-group":
      return `create group${list(" with", step.rules.map(word))}`;
    case "delete-group":
      return "delete group";
    case "create-rule":
      return `create ${word(step.rule)}`;
    case "delete-rule":
      return `delete ${byId(step.ruleId)}`;
    case "update-rule":
      return `update ${byId(step.ruleId)} to ${word(step.to)}`;
    case "update-group": {
      const fields = step.fields ? ["fields"] : [];
      if (step.rules === undefined) return fields.join();
      const kept = step.rules.keep.map((draft) => word(ruleOf(draft)));
      const parts = [...fields, ...listed("keep", kept), ...listed("add", step.rules.add.map(word))];
      return parts.length > 0 ? parts.join(", ") : "keep nothing";
    }
  }
}

function listed(verb: string, words: readonly string[]): string[] {
  return words.length === 0 ? [] : [`${verb} ${words.join(" ")}`];
}

function list(verb: string, words: readonly string[]): string {
  return words.length === 0 ? "" : `${verb} ${words.join(" ")}`;
}

function word(rule: Rule): string {
  const ports = "ports" in rule && rule.ports !== "all" ? rule.ports : undefined;
  const what =
    ports === undefined ? rule.protocol : ports.from === ports.to ? `${ports.from}` : `${ports.from}-${ports.to}`;
  const { remote } = rule;
  const from =
    remote.kind === "group" ? ` from ${remote.id}` : remote.kind === "named-group" ? ` from ${remote.name}` : "";
  const size = remote.kind === "cidr" && remote.cidr === "10.1.0.0/16" ? " narrow" : "";
  const udpMark = rule.protocol === "udp" ? "udp " : "";
  return `${udpMark}${what}${size}${from}${rule.description === "" ? "" : ` "${rule.description}"`}`;
}

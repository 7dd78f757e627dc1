import { describePacket } from "../../describe/describe-packet.ts";
import { describeRule } from "../../describe/describe-rule.ts";
import { SecurityGroupError } from "../../error/security-group-error.ts";
import type { Guardrail } from "../../model/guardrail.ts";
import type { Packet } from "../../model/packet.ts";
import type { Rule } from "../../model/rule.ts";
import { createTrafficSpace, noTraffic } from "../../traffic/traffic-space.ts";
import type { GroupChanges } from "../group-changes.ts";
import type { Wave } from "../plan.ts";
import { findCulprit } from "../prove/find-culprit.ts";
import { followGroup } from "../prove/group-progress.ts";
import { findAddingStep } from "./find-adding-step.ts";

/** A group on its way: its rules before and after, and its changes when there are any. */
export interface GuardedGroup {
  /** The group's key in the document. */
  readonly key: string;
  readonly before: readonly Rule[];
  readonly after: readonly Rule[];
  readonly changes?: GroupChanges | undefined;
}

/**
 * Every way in which a plan breaks the guardrails, in the states on the way as well as in the last: each an error with code `guardrail-broken` that names
 * a packet, the rule and the step.
 *
 * What a guardrail demands and the group does not hold to yet is no fault of the plan, as long as it holds at the end.
 */
export function checkGuardrails(
  guardrails: readonly Guardrail[],
  groups: readonly GuardedGroup[],
  waves: readonly Wave[],
): readonly SecurityGroupError[] {
  return guardrails.flatMap((guardrail) =>
    groups
      .filter(({ key }) => guardrail.groups === undefined || guardrail.groups.includes(key))
      .flatMap((group) =>
        (guardrail.kind === "never" ? checkNever(guardrail, group, waves) : checkAlways(guardrail, group, waves)).map(
          (problem) => broken(guardrail, group, problem),
        ),
      ),
  );
}

interface Problem {
  readonly packet: Packet;
  readonly rule?: Rule | undefined;
  readonly message: string;
}

/** Every state on the way allows at most what the old and the new rules allow, so the new ones are the only place where something forbidden can appear. */
function checkNever({ rules, except }: Guardrail, group: GuardedGroup, waves: readonly Wave[]): readonly Problem[] {
  const space = createTrafficSpace([...rules, ...except, ...group.after]);
  const forbidden = space.difference(space.of(rules), space.of(except));
  const isForbidden = (rule: Rule): boolean => space.intersection(space.ofRule(rule), forbidden) !== noTraffic;
  const rule = group.after.find(isForbidden);
  const packet = rule && space.sample(space.intersection(space.ofRule(rule), forbidden));
  if (rule === undefined || packet === undefined) return [];
  const step = group.changes && findAddingStep(rule, group.changes, waves);
  const how = step ? `which ${step} adds` : "which stands already";
  return [{ packet, rule, message: `${describePacket(packet)} would be allowed by ${describeRule(rule)}, ${how}` }];
}

function checkAlways({ rules }: Guardrail, group: GuardedGroup, waves: readonly Wave[]): readonly Problem[] {
  const { before, after, changes } = group;
  const space = createTrafficSpace([...rules, ...before, ...after]);
  const demanded = space.of(rules);
  const progress = changes?.kind === "update" ? followGroup(changes, waves) : [];
  const held = space.intersection(demanded, space.of(before));
  for (const [wave, { certain, leaving }] of progress.entries()) {
    const lost = space.difference(held, space.of(certain));
    const culprit = findCulprit(lost, space, leaving);
    if (culprit === undefined) continue;
    const { packet, rule } = culprit;
    const step = `step ${culprit.step + 1} of wave ${wave + 1}`;
    const message = `${describePacket(packet)} would be refused once ${step} removes ${describeRule(rule)}`;
    return [{ packet, rule, message }];
  }
  const packet = space.sample(space.difference(demanded, space.of(after)));
  return packet ? [{ packet, message: `${describePacket(packet)} would be refused: no rule allows it` }] : [];
}

function broken({ kind, place }: Guardrail, { key }: GuardedGroup, { rule, message }: Problem): SecurityGroupError {
  return new SecurityGroupError("guardrail-broken", `a guardrail (${kind}) is broken in the group ${key}: ${message}`, {
    hint: "Change the rules of the group, or the guardrail.",
    place: { ...place, group: key, rule: rule && describeRule(rule) },
  });
}

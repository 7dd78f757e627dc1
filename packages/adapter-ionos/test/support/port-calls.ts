import type { Adapter, GroupId, ResolvedStep, RuleId } from "@secgroup/core";
import { ruleOf } from "./arbitrary-rule.ts";
import { datacenter, requestId } from "./fake-cloud.ts";

export type PortCall = (adapter: Adapter, signal: AbortSignal) => Promise<unknown>;

export const otherRequestId: string = requestId.replace("0c9e", "1c9e");

/** Each call of the port that reads, on this group and rule. */
export function readsOf(group: string, rule: string): Readonly<Record<string, PortCall>> {
  const id = group as GroupId;
  const follow =
    (...handles: readonly string[]): PortCall =>
    (adapter, signal) =>
      adapter.readOperations([{ cloud: "ionos", handles }], signal);
  const place = [datacenter, group, rule].map(encodeURIComponent).join("/");
  const groupPlace = [datacenter, group].map(encodeURIComponent).join("/");
  return {
    listGroups: (adapter, signal) => adapter.listGroups(signal),
    readGroup: (adapter, signal) => adapter.readGroup(id, signal),
    readAttachments: (adapter, signal) => adapter.readAttachments(id, signal),
    readLimits: (adapter, signal) => adapter.readLimits(signal),
    listOperations: (adapter, signal) => adapter.listOperations(signal),
    "readOperations of a request": follow(`request:${requestId}`),
    "readOperations of several requests": follow(`request:${requestId}`, `request:${otherRequestId}`),
    "readOperations of a group": follow(`group:${groupPlace}`),
    "readOperations of a rule": follow(`rule-absent:${place}`),
    "readOperations of a group and its rule": follow(`group:${groupPlace}`, `rule:${place}`),
    "readOperations of several groups": follow(`group:${groupPlace}`, `group:${datacenter}/other`, `rule:${place}`),
  };
}

/** Each call of the port that writes, on this group and rule. */
export function writesOf(group: string, rule: string): Readonly<Record<string, PortCall>> {
  const place = { group: { id: group as GroupId, name: "web" }, ruleId: rule as RuleId };
  const from = ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: 22, to: 22 } });
  const steps: readonly ResolvedStep[] = [
    { kind: "create-group", name: "web", rules: [from] },
    { kind: "update-group", ...place, fields: { description: "new" } },
    { kind: "update-group", ...place, fields: { name: "new" } },
    { kind: "delete-group", ...place },
    { kind: "create-rule", ...place, rule: from },
    { kind: "update-rule", ...place, from, to: { ...from, description: "new" } },
    { kind: "delete-rule", ...place },
  ];
  return Object.fromEntries(
    steps.map((step, index): [string, PortCall] => [
      `${step.kind} (${index})`,
      (adapter, signal) => adapter.submit(step, signal),
    ]),
  );
}

/** Each call of the port. */
export const portCalls: Readonly<Record<string, PortCall>> = { ...readsOf("g1", "r1"), ...writesOf("g1", "r1") };

import type { Adapter } from "@secgroup/core";
import type { Subject } from "./chapter.ts";
import { tcp } from "./rules/rule-of.ts";
import { addingStep, type World } from "./world.ts";

/** The calls of the port, by name. */
export const callNames = [
  "listGroups",
  "readGroup",
  "readAttachments",
  "readLimits",
  "submit",
  "listOperations",
  "readOperations",
] as const;

export type CallName = (typeof callNames)[number];
export type Call = (adapter: Adapter, signal: AbortSignal) => Promise<unknown>;

/** Each call of the port, ready to be made on a group that is there and an operation that is under way. */
export async function prepareCalls(
  { capabilities, isSynchronous }: Subject,
  { adapter, backend, signal }: World,
): Promise<Readonly<Record<CallName, Call>>> {
  const group = { id: backend.seedGroup({ name: "group-1" }), name: "group-1" };
  if (!isSynchronous) backend.holdOperations(true);
  const operation = await adapter.submit(addingStep(capabilities, group, tcp(22)), signal);
  return {
    listGroups: (by, until) => by.listGroups(until),
    readGroup: (by, until) => by.readGroup(group.id, until),
    readAttachments: (by, until) => by.readAttachments(group.id, until),
    readLimits: (by, until) => by.readLimits(until),
    submit: (by, until) => by.submit({ kind: "create-group", name: "group-2", rules: [] }, until),
    listOperations: (by, until) => by.listOperations(until),
    readOperations: (by, until) => by.readOperations([operation], until),
  };
}

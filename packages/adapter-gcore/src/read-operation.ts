import { SecurityGroupError, type Adapter, type GroupId, type Operation, type OperationState } from "@secgroup/core";
import type { TaskState } from "@secgroup/api-types/gcore";
import type { TaskAnswer } from "./gcore-answer.ts";
import type { GcoreClient } from "./gcore-client.ts";
import { refuseAborted } from "./gcore-error.ts";
import { createTaskReader, lostTask } from "./read-tasks.ts";

// A new state in the spec is a compile error here until somebody decides what it means.
const meaning: Readonly<Record<TaskState, OperationState["status"]>> = {
  NEW: "queued",
  RUNNING: "running",
  FINISHED: "succeeded",
  ERROR: "failed",
};

const statuses: ReadonlyMap<string, OperationState["status"]> = new Map([
  ...Object.entries(meaning),
  [lostTask, "lost"],
]);

/** What a task's word means; one that is not known means running. */
export function readTaskState(state: string): OperationState["status"] {
  return statuses.get(state) ?? "running";
}

/** Tells the state of each operation, in the order given; one without tasks has succeeded and costs no request. */
export function createOperationReader(client: GcoreClient): Adapter["readOperations"] {
  const readTasks = createTaskReader(client);
  return async (operations, signal) => {
    refuseAborted(signal);
    for (const operation of operations) checkHandles(operation);
    const wanted = operations.flatMap(({ handles, startedAt }) => handles.map((id) => ({ id, startedAt })));
    const tasks = await readTasks(wanted, signal);
    return operations.map((operation) => {
      const own = operation.handles.map((id) => tasks.get(id) ?? { id, state: "RUNNING" });
      const state = readState(operation, own);
      // What a task says of its end may hold anything.
      return "message" in state ? { ...state, message: client.hide(state.message) } : state;
    });
  };
}

/** The state of an operation out of those of its tasks: failed as soon as one is, succeeded only when all are, lost when one is and the others have ended. */
export function readState({ groupId }: Operation, tasks: readonly TaskAnswer[]): OperationState {
  const states = tasks.map(({ state }) => readTaskState(state));
  const failed = tasks.find((_, index) => states[index] === "failed");
  if (failed !== undefined)
    return { status: "failed", message: failed.error || `the task ${failed.id} ended in ERROR without a reason` };
  if (states.every((state) => state === "succeeded")) {
    const [created] = tasks.flatMap((task) => task.created_resources?.security_groups ?? []);
    return { status: "succeeded", groupId: groupId ?? (created as GroupId | undefined) };
  }
  const lost = tasks.find((_, index) => states[index] === "lost");
  if (lost !== undefined && states.every((state) => state === "succeeded" || state === "lost"))
    return { status: "lost", message: lost.error ?? "" };
  return { status: states.every((state) => state === "queued") ? "queued" : "running" };
}

function checkHandles({ cloud, handles }: Operation): void {
  const strange =
    cloud === "gcore" ? handles.find((handle) => !/^[\w-]+$/.test(handle)) : `${cloud} ${handles.join(" ")}`;
  if (strange === undefined) return;
  throw new SecurityGroupError(
    "unexpected-response",
    `"${strange}" is not the id of a Gcore task, so nobody can be asked about it.`,
    {
      hint: "Do not edit files of operations; make a new plan from the present state.",
    },
  );
}

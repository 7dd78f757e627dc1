import { mapConcurrently, SecurityGroupError, type GroupId, type Operation, type OperationState } from "@secgroup/core";
import type { TaskState } from "@secgroup/api-types/gcore";
import { taskAnswer, type TaskAnswer } from "./gcore-answer.ts";
import { readAnswer, type GcoreClient } from "./gcore-client.ts";
import { refuseAborted } from "./gcore-error.ts";

// A new state in the spec is a compile error here until somebody decides what it means.
const meaning: Readonly<Record<TaskState, OperationState["status"]>> = {
  NEW: "queued",
  RUNNING: "running",
  FINISHED: "succeeded",
  ERROR: "failed",
};

const statuses: ReadonlyMap<string, OperationState["status"]> = new Map(Object.entries(meaning));

// Tasks can only be read one by one: their list has no filter by id (`TaskViewSet.get`).
const readsAtOnce = 4;

/** The state of each operation, in the order given: one request for each task, none for an operation without tasks. */
export async function readOperations(
  client: GcoreClient,
  operations: readonly Operation[],
  signal: AbortSignal,
): Promise<readonly OperationState[]> {
  refuseAborted(signal);
  for (const operation of operations) checkHandles(operation);
  const tasks = await mapConcurrently(
    readsAtOnce,
    operations.flatMap(({ handles }) => handles),
    (id) => readTask(client, id, signal),
  );
  let next = 0;
  return operations.map((operation) => {
    const own = tasks.slice(next, next + operation.handles.length);
    next += own.length;
    return readState(operation, own);
  });
}

/** The state of an operation out of those of its tasks: failed as soon as one is, succeeded only when all are. A word that is not known means running. */
export function readState({ groupId, handles }: Operation, tasks: readonly TaskAnswer[]): OperationState {
  const states = tasks.map(({ state }) => statuses.get(state) ?? "running");
  const failed = states.indexOf("failed");
  if (failed >= 0)
    return {
      status: "failed",
      message: tasks[failed]?.error || `the task ${handles[failed]} ended in ERROR without a reason`,
    };
  if (states.every((state) => state === "succeeded")) {
    const [created] = tasks.flatMap((task) => task.created_resources?.security_groups ?? []);
    return { status: "succeeded", groupId: groupId ?? (created as GroupId | undefined) };
  }
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

async function readTask(client: GcoreClient, id: string, signal: AbortSignal): Promise<TaskAnswer> {
  const params = { path: { task_id: id } };
  return readAnswer(client, taskAnswer, signal, (options) =>
    client.api.GET("/cloud/v1/tasks/{task_id}", { ...options, params }),
  );
}

import type { Adapter, ErrorCode, ResolvedStep } from "@secgroup/core";
import { expect } from "vitest";
import type { Exchange, Interaction, State } from "../exchange.ts";
import { like } from "../matchers.ts";
import {
  changePath,
  createPath,
  exchange,
  followed,
  group,
  groupId,
  groupPath,
  instancesPath,
  listPath,
  openTasksQuery,
  project,
  signal,
  taskPath,
  tasksPath,
  webGroup,
  webProject,
} from "./wire.ts";

interface Attempt {
  readonly request: Interaction["request"];
  readonly play: (adapter: Adapter) => Promise<unknown>;
}

interface Call extends Attempt {
  readonly operation: string;
  /** The status that is no failure to this call. */
  readonly tolerated?: number;
  /** By status: what makes the provider refuse for what the request says; for others the refusal is asked of it. */
  readonly provoked?: Readonly<Record<number, Attempt & { readonly state: State }>>;
}

const submit =
  (step: ResolvedStep) =>
  (adapter: Adapter): Promise<unknown> =>
    adapter.submit(step, signal);
const attempt = (request: Interaction["request"], step: ResolvedStep): Attempt => ({ request, play: submit(step) });

const createAs = (name: string): Attempt =>
  attempt({ method: "POST", path: createPath, body: { name, rules: [] } }, { kind: "create-group", name, rules: [] });
const renameTo = (name: string): Attempt =>
  attempt({ method: "PATCH", path: changePath, body: { name } }, { kind: "update-group", group, fields: { name } });
/** What was read stays in the words in which it was read, host bits included, which the schema does not forbid. */
const keepHostBits: Attempt = attempt(
  {
    method: "PATCH",
    path: changePath,
    body: { rules: [{ direction: "ingress", ethertype: "IPv4", protocol: null, remote_ip_prefix: "10.0.0.1/8" }] },
  },
  {
    kind: "update-group",
    group,
    rules: { keep: [{ direction: "ingress", ipVersion: "IPv4", remote: "10.0.0.1/8" }], add: [] },
  },
);
const remove: Attempt = attempt({ method: "DELETE", path: groupPath }, { kind: "delete-group", group });
const listOpenTasks: Attempt = {
  request: { method: "GET", path: tasksPath, query: openTasksQuery },
  play: (adapter) => adapter.listOperations(signal),
};
const defaultProject = project({ ...webGroup, name: "default" });
const used: State = { name: "a project whose group is used", params: { groups: [webGroup], instance: "bastion" } };

const calls: readonly Call[] = [
  {
    operation: "SecurityGroupViewSet.get",
    request: { method: "GET", path: listPath, query: { limit: "1000", offset: "0" } },
    play: (adapter) => adapter.listGroups(signal),
  },
  {
    operation: "SecurityGroupInstanceViewSet.get",
    request: { method: "GET", path: groupPath },
    play: (adapter) => adapter.readGroup(groupId, signal),
  },
  {
    operation: "SecurityGroupsInstancesView.get",
    request: { method: "GET", path: instancesPath },
    play: (adapter) => adapter.readAttachments(groupId, signal),
  },
  {
    operation: "TaskInstanceViewSet.get",
    request: { method: "GET", path: taskPath },
    play: (adapter) => adapter.readOperations([followed()], signal),
    // What was just started may not be known yet; see the tasks that are followed.
    tolerated: 404,
  },
  {
    operation: "TaskViewSet.get",
    ...listOpenTasks,
    // Its path names nothing that could be missing.
    provoked: { 404: { ...listOpenTasks, state: { name: "an answer that refuses", params: { status: 404 } } } },
  },
  {
    operation: "SecurityGroupViewSetV2.post",
    ...createAs("web"),
    provoked: { 409: { ...createAs("default"), state: defaultProject } },
  },
  {
    operation: "SecurityGroupInstanceViewSetV2.patch",
    ...renameTo("frontend"),
    provoked: { 400: { ...keepHostBits, state: webProject }, 409: { ...renameTo("frontend"), state: defaultProject } },
  },
  { operation: "SecurityGroupInstanceViewSet.delete", ...remove, provoked: { 409: { ...remove, state: used } } },
];

const errors: readonly (readonly [status: number, code: ErrorCode, exceptionClass: string, word: string])[] = [
  [400, "rejected", "ValidationError", "the request breaks a rule"],
  [401, "unauthorized", "not_authenticated", "the key is not accepted"],
  [403, "forbidden", "ForbiddenError", "the role does not allow it"],
  [404, "not-found", "NotFoundError", "there is no such object"],
  [409, "conflict", "ConflictError", "the present state forbids it"],
  [429, "rate-limited", "HTTPError", "too many requests"],
  [500, "unavailable", "HTTPError", "the platform failed"],
];

const stateOf = (status: number): State => {
  if (status === 401) return { name: "credentials that are not accepted", params: {} };
  if (status === 404) return { name: "nothing", params: {} };
  return { name: "an answer that refuses", params: { status, ...(status === 429 && { retryAfter: "7" }) } };
};

function refusal(call: Call, [status, code, exceptionClass, word]: (typeof errors)[number]): Exchange {
  const provoked = call.provoked?.[status];
  const { request, play } = provoked ?? call;
  const isInvalid = status === 400 && provoked !== undefined;
  return exchange(
    {
      description: `${call.operation}: ${status}, ${word}`,
      state: provoked?.state ?? stateOf(status),
      request,
      response: {
        status,
        ...(status === 429 && { headers: { "Retry-After": "7" } }),
        body: {
          exception_class: exceptionClass,
          message: like(word),
          request_id: like("d5c5a7f4-9d2b-4c0e-8a58-0e0b5b1e6a44"),
          ...(isInvalid && { invalid_fields: { "rules.0.remote_ip_prefix": like(["10.0.0.1/8 has host bits set"]) } }),
        },
      },
    },
    async (adapter) => {
      await expect(play(adapter)).rejects.toMatchObject({
        code,
        message: expect.stringContaining(word),
        retryable: [409, 429, 500].includes(status),
        retryAfterMs: status === 429 ? 7000 : undefined,
        vendor: { status, code: exceptionClass, requestId: "d5c5a7f4-9d2b-4c0e-8a58-0e0b5b1e6a44" },
      });
    },
  );
}

/** Every operation with every documented refusal that concerns this adapter. */
export const refusals: readonly Exchange[] = calls.flatMap((call) =>
  errors.filter(([status]) => status !== call.tolerated).map((error) => refusal(call, error)),
);

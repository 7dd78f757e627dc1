import { createAccount, type Clock, type GroupId, type Operation } from "@secgroup/core";
import { describe, expect, test } from "vitest";
import { errorOf } from "./support/error-of.ts";
import {
  adapterOf,
  datacenter,
  fakeCloud,
  json,
  requestId,
  signal,
  withoutRequests,
  type Reply,
} from "./support/fake-cloud.ts";

const groupId = "g1" as GroupId;
const operation = (...handles: readonly string[]): Operation => ({ cloud: "ionos", handles, groupId });
const states = (operations: readonly Operation[], ...replies: readonly Reply[]) => {
  const cloud = withoutRequests(fakeCloud(...replies));
  return { cloud, states: adapterOf(cloud).readOperations(operations, signal) };
};
const notFound = (): Response => json({ httpStatus: 404, messages: [] }, 404);

describe("a request's status becomes the operation's state", () => {
  test.each<[status: string, wanted: object]>([
    ["QUEUED", { status: "queued" }],
    ["RUNNING", { status: "running" }],
    ["DONE", { status: "succeeded", groupId: "g1" }],
    ["FAILED", { status: "failed", message: "[VDC-5-601] sorry" }],
    ["PAUSED", { status: "running" }],
    ["constructor", { status: "running" }],
  ])("%s", async (status, wanted) => {
    const { cloud, states: read } = states(
      [operation(`request:${requestId}`)],
      json({ metadata: { status, message: "[VDC-5-601] sorry" } }),
    );
    expect(await read).toEqual([wanted]);
    expect(cloud.sent).toMatchObject([{ method: "GET", path: `/cloudapi/v6/requests/${requestId}/status` }]);
  });

  test("a failure without a message still says which request", async () => {
    const { states: read } = states([operation(`request:${requestId}`)], json({ metadata: { status: "FAILED" } }));
    expect(await read).toEqual([{ status: "failed", message: expect.stringContaining(requestId) as string }]);
  });

  test("a request that is not found yet is running", async () => {
    expect(await states([operation(`request:${requestId}`)], notFound()).states).toEqual([{ status: "running" }]);
  });

  test("an answer without a status is an error", async () => {
    const error = await errorOf(() => states([operation(`request:${requestId}`)], json({ metadata: {} })).states);
    expect(error).toMatchObject({ code: "unexpected-response" });
    expect(error.message).toContain("metadata.status");
  });
});

describe("a resource's state becomes the operation's state", () => {
  const path = `/cloudapi/v6/datacenters/${datacenter}/securitygroups/g1`;
  test.each<[handle: string, path: string]>([
    [`group:${datacenter}/g1`, path],
    [`rule:${datacenter}/g1/r1`, `${path}/rules/r1`],
    [`group-absent:${datacenter}/g1`, path],
    [`rule-absent:${datacenter}/g1/r1`, `${path}/rules/r1`],
  ])("%s is asked for at %s", async (handle, wanted) => {
    const { cloud, states: read } = states([operation(handle)], json({ metadata: { state: "BUSY" } }));
    await read;
    expect(cloud.sent).toMatchObject([{ method: "GET", path: wanted }]);
  });

  test.each<[state: string, wanted: string]>([
    ["AVAILABLE", "succeeded"],
    ["ACTIVE", "succeeded"],
    ["BUSY", "running"],
    ["DEPLOYING", "running"],
    ["UPDATING", "running"],
    ["INACTIVE", "running"],
    ["UNKNOWN", "running"],
    ["SOMETHING_NEW", "running"],
    ["FAILED", "failed"],
    ["FAILED_UPDATING", "failed"],
  ])("%s of a group or rule that was written", async (state, wanted) => {
    for (const handle of [`group:${datacenter}/g1`, `rule:${datacenter}/g1/r1`]) {
      expect(await states([operation(handle)], json({ metadata: { state } })).states).toMatchObject([
        { status: wanted },
      ]);
    }
  });

  test("a failure names the state", async () => {
    const { states: read } = states(
      [operation(`group:${datacenter}/g1`)],
      json({ metadata: { state: "FAILED_UPDATING" } }),
    );
    expect(await read).toEqual([{ status: "failed", message: expect.stringContaining("FAILED_UPDATING") as string }]);
  });

  test("what was written and is not found yet is running", async () => {
    for (const handle of [`group:${datacenter}/g1`, `rule:${datacenter}/g1/r1`])
      expect(await states([operation(handle)], notFound()).states).toEqual([{ status: "running" }]);
  });

  test("what was deleted is done when it is not found, failed when its state says so, and else running", async () => {
    for (const handle of [`group-absent:${datacenter}/g1`, `rule-absent:${datacenter}/g1/r1`]) {
      expect(await states([operation(handle)], notFound()).states).toEqual([{ status: "succeeded", groupId: "g1" }]);
      for (const [state, status] of [
        ["AVAILABLE", "running"],
        ["BUSY", "running"],
        ["FAILED_DESTROYING", "failed"],
      ]) {
        expect(await states([operation(handle)], json({ metadata: { state } })).states).toMatchObject([{ status }]);
      }
    }
  });

  test("an answer without a state is an error", async () => {
    const error = await errorOf(() => states([operation(`group:${datacenter}/g1`)], json({ properties: {} })).states);
    expect(error.message).toContain("metadata");
  });
});

describe("what contradicts an accepted write for longer than a minute is lost", () => {
  const startedAt = Date.UTC(2026, 0, 1, 12);
  const request = `request:${requestId}`;
  const rule = `rule:${datacenter}/g1/r1`;
  const ruleAbsent = `rule-absent:${datacenter}/g1/r1`;
  const at = (seconds: number): Record<string, string> => ({
    Date: new Date(startedAt + seconds * 1000).toUTCString(),
  });
  const available = (headers?: Record<string, string>): Response =>
    json({ metadata: { state: "AVAILABLE" } }, 200, headers);

  test.each<[handle: string, reply: (headers: Record<string, string>) => Response, message: RegExp]>([
    [request, (headers) => json({}, 404, headers), /does not know request 0c9e1f5e/],
    [`group:${datacenter}/g1`, (headers) => json({}, 404, headers), /group g1 is not there/],
    [rule, (headers) => json({}, 404, headers), /rule r1 is not there/],
    [`group-absent:${datacenter}/g1`, available, /group g1 is still there/],
    [ruleAbsent, available, /rule r1 is still there/],
  ])("%s, by the cloud's own clock", async (handle, reply, message) => {
    const begun = { ...operation(handle), startedAt };
    expect(await states([begun], reply(at(60))).states).toEqual([{ status: "running" }]);
    expect(await states([begun], reply(at(61))).states).toEqual([
      { status: "lost", message: expect.stringMatching(message) as string },
    ]);
  });

  /** Looks at the operation at each of these times of the account's clock, by answers that tell no time. */
  const lookAt = async (handle: string, looks: readonly (readonly [seconds: number, reply: Response])[]) => {
    let now = 0;
    const clock: Clock = { now: () => now * 1000, sleep: () => Promise.resolve() };
    const adapter = adapterOf(withoutRequests(fakeCloud(...looks.map(([, reply]) => reply))), {
      account: { ...createAccount(), clock },
    });
    const found: string[] = [];
    for (const [seconds] of looks) {
      now = seconds;
      for (const { status } of await adapter.readOperations([operation(handle)], signal)) found.push(status);
    }
    return found;
  };

  test("or since it was first noticed, where the cloud tells no time", async () => {
    expect(
      await lookAt(request, [
        [10, notFound()],
        [70, notFound()],
        [71, notFound()],
      ]),
    ).toEqual(["running", "running", "lost"]);
    expect(
      await lookAt(ruleAbsent, [
        [10, available()],
        [71, available()],
      ]),
    ).toEqual(["running", "lost"]);
  });

  test("but not when it was found in between", async () => {
    const busy = json({ metadata: { state: "BUSY" } });
    expect(
      await lookAt(rule, [
        [0, notFound()],
        [30, busy],
        [80, notFound()],
        [140, notFound()],
        [141, notFound()],
      ]),
    ).toEqual(["running", "running", "running", "running", "lost"]);
  });
});

describe("a handle of another make is refused before anything is read", () => {
  test.each([
    "",
    "request:",
    "request",
    "request:a/b",
    "group:d1",
    "group:d1/g1/r1",
    "rule:d1/g1",
    "rule:d1/g1/",
    "rule:d1/g1/r1/x",
    "rule:d1//r1",
    "group:d1/%",
    "group:d1/%67",
    "Group:d1/g1",
    "task:1",
    " group:d1/g1",
    "group:d1/g1\n",
    "https://evil.example/requests/x/status",
  ])("%j", async (handle) => {
    const { cloud, states: read } = states([operation(`group:${datacenter}/g1`), operation(handle)]);
    expect(await errorOf(() => read)).toMatchObject({ code: "unexpected-response", retryable: false });
    expect(cloud.sent).toEqual([]);
  });

  test("an operation of another cloud", async () => {
    const { cloud, states: read } = states([{ cloud: "gcore", handles: [] }]);
    expect(await errorOf(() => read)).toMatchObject({ code: "unexpected-response" });
    expect(cloud.sent).toEqual([]);
  });
});

import type { GroupId, Operation } from "@secgroup/core";
import { describe, expect, test } from "vitest";
import { errorOf } from "./support/error-of.ts";
import {
  adapterOf,
  datacenter,
  fakeCloud,
  json,
  requestId,
  signal,
  type SentRequest,
  type Reply,
} from "./support/fake-cloud.ts";

const groupId = "g1" as GroupId;
const operation = (...handles: readonly string[]): Operation => ({ cloud: "ionos", handles, groupId });
const states = (operations: readonly Operation[], ...replies: readonly Reply[]) => {
  const cloud = fakeCloud(...replies);
  return { cloud, states: adapterOf(cloud).readOperations(operations, signal) };
};
const uuid = (last: number): string => `0c9e1f5e-1111-4222-8333-${String(last).padStart(12, "0")}`;
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
    ["group:g1", path],
    ["rule:g1/r1", `${path}/rules/r1`],
    ["group-absent:g1", path],
    ["rule-absent:g1/r1", `${path}/rules/r1`],
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
    for (const handle of ["group:g1", "rule:g1/r1"]) {
      expect(await states([operation(handle)], json({ metadata: { state } })).states).toMatchObject([
        { status: wanted },
      ]);
    }
  });

  test("a failure names the state", async () => {
    const { states: read } = states([operation("group:g1")], json({ metadata: { state: "FAILED_UPDATING" } }));
    expect(await read).toEqual([{ status: "failed", message: expect.stringContaining("FAILED_UPDATING") as string }]);
  });

  test("what was written and is not found yet is running", async () => {
    for (const handle of ["group:g1", "rule:g1/r1"])
      expect(await states([operation(handle)], notFound()).states).toEqual([{ status: "running" }]);
  });

  test("what was deleted is done when it is not found, and running in any other state", async () => {
    for (const handle of ["group-absent:g1", "rule-absent:g1/r1"]) {
      expect(await states([operation(handle)], notFound()).states).toEqual([{ status: "succeeded", groupId: "g1" }]);
      for (const state of ["AVAILABLE", "BUSY", "FAILED_DESTROYING"]) {
        expect(await states([operation(handle)], json({ metadata: { state } })).states).toEqual([
          { status: "running" },
        ]);
      }
    }
  });

  test("an answer without a state is an error", async () => {
    const error = await errorOf(() => states([operation("group:g1")], json({ properties: {} })).states);
    expect(error.message).toContain("metadata");
  });
});

describe("many operations", () => {
  const byStatus = (status: (id: number) => string) => (request: SentRequest) =>
    json({ metadata: { status: status(Number(request.path.split("/").at(-2)?.slice(-12))) } });

  test("are answered in their order", async () => {
    const operations = [1, 2, 3, 4, 5].map((id) => operation(`request:${uuid(id)}`));
    const { states: read } = states(
      operations,
      byStatus((id) => (id % 2 ? "DONE" : "QUEUED")),
    );
    expect((await read).map(({ status }) => status)).toEqual([
      "succeeded",
      "queued",
      "succeeded",
      "queued",
      "succeeded",
    ]);
  });

  test("with the same handle take one read", async () => {
    const { cloud, states: read } = states(
      [operation("group:g1"), operation("group:g1")],
      json({ metadata: { state: "AVAILABLE" } }),
    );
    expect(await read).toHaveLength(2);
    expect(cloud.sent).toHaveLength(1);
  });

  test("are read at most four at once", async () => {
    let underWay = 0;
    let most = 0;
    const operations = Array.from({ length: 20 }, (_, id) => operation(`request:${uuid(id)}`));
    const { cloud, states: read } = states(operations, async () => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay--;
      return json({ metadata: { status: "DONE" } });
    });
    await read;
    expect(most).toBe(4);
    expect(cloud.sent).toHaveLength(20);
  });

  test("are left off when one read fails", async () => {
    const operations = Array.from({ length: 20 }, (_, id) => operation(`request:${uuid(id)}`));
    const { cloud, states: read } = states(operations, async (request) => {
      if (request.path.includes(uuid(0))) return json({}, 401);
      await new Promise((resolve) => setImmediate(resolve));
      return json({ metadata: { status: "DONE" } });
    });
    expect(await errorOf(() => read)).toMatchObject({ code: "unauthorized" });
    // Long enough for all that are left, if they went on.
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(cloud.sent).toHaveLength(4);
  });

  test("of none takes no read", async () => {
    expect(await states([]).states).toEqual([]);
  });
});

describe("an operation with several handles", () => {
  test.each<[given: readonly string[], wanted: string]>([
    [["DONE", "DONE"], "succeeded"],
    [["DONE", "QUEUED"], "queued"],
    [["QUEUED", "RUNNING", "DONE"], "running"],
    [["RUNNING", "FAILED"], "failed"],
    [[], "succeeded"],
  ])("in %j is %s", async (given, wanted) => {
    const handles = given.map((_, id) => `request:${uuid(id)}`);
    const { states: read } = states([operation(...handles)], (request) =>
      json({ metadata: { status: given[Number(request.path.split("/").at(-2)?.slice(-12))] } }),
    );
    expect(await read).toMatchObject([{ status: wanted }]);
  });
});

describe("a handle of another make is refused before anything is read", () => {
  test.each([
    "",
    "request:",
    "request",
    "request:a/b",
    "group:g1/r1",
    "rule:g1",
    "rule:g1/",
    "rule:g1/r1/x",
    "rule:/r1",
    "group:%",
    "group:%67",
    "Group:g1",
    "task:1",
    " group:g1",
    "group:g1\n",
    "https://evil.example/requests/x/status",
  ])("%j", async (handle) => {
    const { cloud, states: read } = states([operation("group:g1"), operation(handle)]);
    expect(await errorOf(() => read)).toMatchObject({ code: "unexpected-response", retryable: false });
    expect(cloud.sent).toEqual([]);
  });

  test("an operation of another cloud", async () => {
    const { cloud, states: read } = states([{ cloud: "gcore", handles: [] }]);
    expect(await errorOf(() => read)).toMatchObject({ code: "unexpected-response" });
    expect(cloud.sent).toEqual([]);
  });
});

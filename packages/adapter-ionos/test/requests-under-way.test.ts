import type { Operation } from "@secgroup/core";
import { describe, expect, test } from "vitest";
import { errorOf } from "./support/error-of.ts";
import {
  adapterOf,
  fakeCloud,
  json,
  signal,
  type FakeCloud,
  type Reply,
  type SentRequest,
} from "./support/fake-cloud.ts";

const dc = "https://api.ionos.com/cloudapi/v6/datacenters/first";
const groups = `${dc}/securitygroups`;
const request = (url: unknown): object => ({ id: String(url), properties: { url } });
const settled = (): Response => json({ metadata: { state: "AVAILABLE" } });
const gone = (): Response => json({}, 404);
const isList = ({ path }: SentRequest): boolean => path.endsWith("/requests");

/** A cloud that lists these requests as waiting or as worked on, and answers anything else with this. */
const cloudWith = (
  listed: Readonly<Record<string, readonly object[]>>,
  look: () => Response | Promise<Response>,
): FakeCloud =>
  fakeCloud((sent) => (isList(sent) ? json({ items: listed[sent.query["filter.status"] ?? ""] ?? [] }) : look()));
const resource = (handle: string): Operation => ({ cloud: "ionos", handles: [handle] });
const statesOf = async (cloud: FakeCloud, ...handles: readonly string[]): Promise<readonly string[]> =>
  (await adapterOf(cloud).readOperations(handles.map(resource), signal)).map(({ status }) => status);
/** What was asked for, in order. */
const asked = ({ sent }: FakeCloud): readonly (string | undefined)[] =>
  sent.map((each) => (isList(each) ? each.query["filter.status"] : each.path.split("/").slice(4).join("/")));

describe("what looks done is running while a request that concerns it is under way", () => {
  const [group, groupAbsent, rule, ruleAbsent] = [
    "group:first/g",
    "group-absent:first/g",
    "rule:first/g/r",
    "rule-absent:first/g/r",
  ];
  test.each<[url: string | null, concerned: readonly string[]]>([
    [`${groups}/g`, [group, groupAbsent]],
    [`${groups}/G/?depth=3`, [group, groupAbsent]],
    [`${groups}/g/rules`, [rule]],
    [`${groups}/g/rules/`, [rule]],
    [`${groups}/g/rules/r`, [rule, ruleAbsent]],
    [`${groups}/g/rules/R`, [rule, ruleAbsent]],
    [`${groups}/g/rules/other`, []],
    [`${groups}/other`, []],
    [`${groups}/other/rules`, []],
    [`${groups}/other/rules/r`, []],
    [groups.replace("/first/", "/second/"), []],
    [`${groups}/g`.replace("/first/", "/second/"), []],
    [`${dc}/servers/s`, []],
    // One that creates a group names none, and neither does one that is not understood or not told.
    [groups, [group, groupAbsent, rule, ruleAbsent]],
    [`${groups}/g/../g`, [group, groupAbsent, rule, ruleAbsent]],
    [null, [group, groupAbsent, rule, ruleAbsent]],
  ])("%s", async (url, concerned) => {
    for (const handle of [group, groupAbsent, rule, ruleAbsent]) {
      const look = handle.includes("absent") ? gone : settled;
      const wanted = concerned.includes(handle) ? "running" : "succeeded";
      for (const status of ["QUEUED", "RUNNING"])
        expect([handle, ...(await statesOf(cloudWith({ [status]: [request(url)] }, look), handle))]).toEqual([
          handle,
          wanted,
        ]);
    }
  });
});

test("the requests are asked for after the look, and the look repeated after them", async () => {
  const cloud = cloudWith({}, settled);
  expect(await statesOf(cloud, "rule:first/g/r")).toEqual(["succeeded"]);
  expect(asked(cloud)).toEqual([
    "first/securitygroups/g/rules/r",
    "QUEUED",
    "RUNNING",
    "first/securitygroups/g/rules/r",
  ]);
});

test("only what looks done makes the requests be asked for", async () => {
  const busy = cloudWith({}, () => json({ metadata: { state: "BUSY" } }));
  expect(await statesOf(busy, "rule:first/g/r")).toEqual(["running"]);
  expect(asked(busy)).toHaveLength(1);
  const failed = cloudWith({}, () => json({ metadata: { state: "FAILED" } }));
  expect(await statesOf(failed, "group:first/g")).toEqual(["failed"]);
  expect(asked(failed)).toHaveLength(1);
});

test("a part of an operation that is done does not, while another part is not", async () => {
  const replies: Record<string, string> = { r1: "AVAILABLE", r2: "BUSY" };
  const items = Object.entries(replies).map(([id, state]) => ({ id, metadata: { state } }));
  const cloud = fakeCloud(() => json({ id: "g", metadata: { state: "BUSY" }, entities: { rules: { items } } }));
  const both = { cloud: "ionos", handles: ["rule:first/g/r1", "rule:first/g/r2"] };
  expect(await adapterOf(cloud).readOperations([both], signal)).toEqual([{ status: "running" }]);
  expect(cloud.sent).toHaveLength(1);
});

test("several take one read of the requests together, and only those that nothing concerns a second look", async () => {
  const items = ["r1", "r2", "r3"].map((id) => ({ id, metadata: { state: "AVAILABLE" } }));
  const told = { id: "g", metadata: { state: "AVAILABLE" }, entities: { rules: { items } } };
  const cloud = cloudWith({ RUNNING: [request(`${groups}/g/rules/r2`)] }, () => json(told));
  expect(await statesOf(cloud, "rule:first/g/r1", "rule:first/g/r2", "rule:first/g/r3")).toEqual([
    "succeeded",
    "running",
    "succeeded",
  ]);
  expect(asked(cloud)).toEqual(["first/securitygroups/g", "QUEUED", "RUNNING", "first/securitygroups/g"]);
});

test("the second look counts: a request may have failed between the first one and the list", async () => {
  for (const [handle, first, second] of [
    ["rule:first/g/r", settled, gone],
    ["rule-absent:first/g/r", gone, settled],
  ] as const) {
    const none = (): Response => json({ items: [] });
    const cloud = fakeCloud(first(), none(), none(), second());
    expect(await statesOf(cloud, handle)).toEqual(["running"]);
  }
});

test("nothing is lost while a request that concerns it is under way", async () => {
  const began = { ...resource("rule:first/g/r"), startedAt: Date.UTC(2026, 0, 1) };
  const late = (): Response => json({}, 404, { Date: new Date(Date.UTC(2026, 0, 1, 1)).toUTCString() });
  for (const [listed, status] of [
    [[request(`${groups}/g/rules`)], "running"],
    [[], "lost"],
  ] as const)
    expect(await adapterOf(cloudWith({ QUEUED: listed }, late)).readOperations([began], signal)).toMatchObject([
      { status },
    ]);
});

describe("where the list of requests cannot be had, the first look counts", () => {
  test.each([402, 403, 404, 405, 422])("because of %i, which is not asked for again", async (status) => {
    const cloud = fakeCloud((sent) => (isList(sent) ? json({}, status) : settled()));
    const adapter = adapterOf(cloud);
    for (const _ of [1, 2])
      expect(await adapter.readOperations([resource("group:first/g")], signal)).toMatchObject([
        { status: "succeeded" },
      ]);
    expect(cloud.sent.filter(isList)).toHaveLength(1);
    expect(cloud.sent).toHaveLength(3);
  });

  test("because it does not heed the filter", async () => {
    const done = { ...request(`${groups}/g`), metadata: { requestStatus: { metadata: { status: "DONE" } } } };
    expect(await statesOf(cloudWith({ QUEUED: [done] }, settled), "group:first/g")).toEqual(["succeeded"]);
  });
});

describe("a list that cannot be read now is an error, never quiet", () => {
  test.each<[string, Reply, string]>([
    ["401", () => json({}, 401), "unauthorized"],
    ["429", () => json({}, 429), "rate-limited"],
    ["503", () => json({}, 503), "unavailable"],
    ["no list", () => new Response("<html>"), "unexpected-response"],
  ])("%s", async (_, reply, code) => {
    const [waits, runs] = [fakeCloud(settled(), reply), fakeCloud(settled(), json({ items: [] }), reply)];
    for (const cloud of [waits, runs])
      expect(await errorOf(() => statesOf(cloud, "group:first/g"))).toMatchObject({ code });
  });
});

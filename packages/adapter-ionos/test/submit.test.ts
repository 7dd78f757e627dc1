import type { GroupId, ResolvedStep, RuleDraft, RuleId } from "@secgroup/core";
import { describe, expect, test } from "vitest";
import { ruleOf } from "./support/arbitrary-rule.ts";
import { errorOf } from "./support/error-of.ts";
import {
  accepted,
  adapterOf,
  datacenter,
  fakeCloud,
  json,
  requestId,
  signal,
  statusUrl,
  type Reply,
} from "./support/fake-cloud.ts";

const groups = `/cloudapi/v6/datacenters/${datacenter}/securitygroups`;
const group = { id: "g1" as GroupId, name: "web" };
const ruleId = "r1" as RuleId;
const rule = ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: 22, to: 22 }, description: "ssh" });
const login = { direction: "ingress", protocol: "tcp", description: "login" } as const;
const properties = {
  name: "ssh",
  protocol: "TCP",
  type: "INGRESS",
  ipVersion: "IPv4",
  portRangeStart: 22,
  portRangeEnd: 22,
};

const submit = (step: ResolvedStep, ...replies: readonly Reply[]) => {
  const cloud = fakeCloud(...replies);
  return { cloud, operation: adapterOf(cloud).submit(step, signal) };
};

interface Case {
  readonly step: ResolvedStep;
  readonly request: { readonly method: string; readonly path: string; readonly body: unknown };
  readonly ids: object;
  /** What is polled when the answer names no request. */
  readonly resource: string;
}

const cases: Readonly<Record<string, Case>> = {
  "a new group is one POST with its rules": {
    step: { kind: "create-group", name: "web", description: "Public", rules: [rule, rule] },
    request: {
      method: "POST",
      path: groups,
      body: {
        properties: { name: "web", description: "Public" },
        entities: { rules: { items: [{ properties }, { properties }] } },
      },
    },
    ids: { groupId: "new" },
    resource: `group:${datacenter}/new`,
  },
  "a new group without rules has no entities": {
    step: { kind: "create-group", name: "web", tags: {}, rules: [] },
    request: { method: "POST", path: groups, body: { properties: { name: "web" } } },
    ids: { groupId: "new" },
    resource: `group:${datacenter}/new`,
  },
  "a new description is a wrapped PUT with the present name": {
    step: { kind: "update-group", group, fields: { description: "Public" } },
    request: { method: "PUT", path: `${groups}/g1`, body: { properties: { name: "web", description: "Public" } } },
    ids: { groupId: "g1" },
    resource: `group:${datacenter}/g1`,
  },
  "a new name and description are a wrapped PUT of both": {
    step: { kind: "update-group", group, fields: { name: "front", description: "" } },
    request: { method: "PUT", path: `${groups}/g1`, body: { properties: { name: "front", description: "" } } },
    ids: { groupId: "g1" },
    resource: `group:${datacenter}/g1`,
  },
  "a new name alone is a bare PATCH": {
    step: { kind: "update-group", group, fields: { name: "front" } },
    request: { method: "PATCH", path: `${groups}/g1`, body: { name: "front" } },
    ids: { groupId: "g1" },
    resource: `group:${datacenter}/g1`,
  },
  "a group is deleted": {
    step: { kind: "delete-group", group },
    request: { method: "DELETE", path: `${groups}/g1`, body: undefined },
    ids: { groupId: "g1" },
    resource: `group-absent:${datacenter}/g1`,
  },
  "a new rule is a wrapped POST": {
    step: { kind: "create-rule", group, rule },
    request: { method: "POST", path: `${groups}/g1/rules`, body: { properties } },
    ids: { groupId: "g1", ruleId: "new" },
    resource: `rule:${datacenter}/g1/new`,
  },
  "a changed rule is a bare PATCH of what changes": {
    step: {
      kind: "update-rule",
      group,
      ruleId,
      from: rule,
      to: ruleOf({ ...login, remote: "10.0.0.0/8", ports: { from: 22, to: 22 } }),
    },
    request: { method: "PATCH", path: `${groups}/g1/rules/r1`, body: { name: "login", sourceIp: "10.0.0.0/8" } },
    ids: { groupId: "g1", ruleId: "r1" },
    resource: `rule:${datacenter}/g1/r1`,
  },
  "a rule is deleted": {
    step: { kind: "delete-rule", group, ruleId },
    request: { method: "DELETE", path: `${groups}/g1/rules/r1`, body: undefined },
    ids: { groupId: "g1", ruleId: "r1" },
    resource: `rule-absent:${datacenter}/g1/r1`,
  },
};

describe.each(Object.entries(cases))("%s", (_, { step, request, ids, resource }) => {
  test("in exactly one request, without query", async () => {
    const { cloud, operation } = submit(step, accepted({ id: "new" }));
    await operation;
    expect(cloud.sent.map(({ method, path, body }) => ({ method, path, body }))).toEqual([request]);
    expect(cloud.sent.map(({ query }) => query)).toEqual([{}]);
  });

  test("and is followed by the request that the answer names", async () => {
    expect(await submit(step, accepted({ id: "new" })).operation).toEqual({
      cloud: "ionos",
      handles: [`request:${requestId}`],
      ...ids,
    });
  });

  test("and by the resource when it names none, whatever the 2xx", async () => {
    for (const status of [200, 201, 202]) {
      expect(await submit(step, json({ id: "new" }, status)).operation).toEqual({
        cloud: "ionos",
        handles: [resource],
        ...ids,
      });
    }
  });
});

test("an update or deletion needs no body in the answer", async () => {
  for (const step of [
    cases["a group is deleted"],
    cases["a rule is deleted"],
    cases["a new name alone is a bare PATCH"],
  ]) {
    const replies = [
      new Response(null, { status: 202, headers: { Location: statusUrl } }),
      new Response(null, { status: 204 }),
    ];
    for (const reply of replies)
      await expect(step && submit(step.step, reply).operation).resolves.toMatchObject({ cloud: "ionos" });
  }
});

describe("an operation began", () => {
  const metadata = { createdDate: "2024-05-17T15:11:11Z", lastModifiedDate: "2024-05-21T18:02:41Z" };
  const date = { Date: "Wed, 22 May 2024 07:28:00 GMT" };
  test.each<[when: string, reply: Response, wanted: number | undefined]>([
    ["when the answer was given", json({ metadata }, 202, date), Date.UTC(2024, 4, 22, 7, 28)],
    ["else when the object was changed", json({ metadata }), Date.UTC(2024, 4, 21, 18, 2, 41)],
    [
      "or created",
      json({ metadata: { createdDate: "2024-05-17T15:11:11.250Z" } }),
      Date.UTC(2024, 4, 17, 15, 11, 11, 250),
    ],
    ["with an empty answer too", new Response(null, { status: 202, headers: date }), Date.UTC(2024, 4, 22, 7, 28)],
    ["at a time that nobody told", json({ metadata: null }), undefined],
    ["at a time that is none", json({ metadata: { createdDate: "soon" } }, 202, { Date: "now" }), undefined],
    ["at a time that is absurd", json({ metadata: { createdDate: "+275000-01-01T00:00:00Z" } }), undefined],
    ["with an answer of another shape", json([7]), undefined],
  ])("%s", async (_, reply, wanted) => {
    const operation = await submit({ kind: "update-group", group, fields: { name: "front" } }, reply).operation;
    expect(operation.startedAt).toBe(wanted);
  });
});

test.each(["", ".", "..", "\ud800"])("a new id %j that can stand in no path is an error", async (id) => {
  const { operation } = submit({ kind: "create-group", name: "web", rules: [] }, new Response(JSON.stringify({ id })));
  const error = await errorOf(() => operation);
  expect(error).toMatchObject({ code: "unexpected-response" });
  expect(error.message).toContain("Whether the change was made is not known");
});

test("a creation whose answer names no id is an error", async () => {
  for (const name of ["a new rule is a wrapped POST", "a new group without rules has no entities"] as const) {
    const step = cases[name]?.step;
    const error = await errorOf(() => step && submit(step, accepted({})).operation);
    expect(error).toMatchObject({ code: "unexpected-response", vendor: { requestId } });
    expect(error.message).toContain(" id:");
  }
});

describe("a status URL counts only below the configured address", () => {
  const uuid = requestId;
  test.each<[given: string, location: string, counts: boolean]>([
    ["as documented", statusUrl, true],
    ["relative", `/cloudapi/v6/requests/${uuid}/status`, true],
    ["with a query", `${statusUrl}?x=1`, true],
    ["another host", `https://evil.example/cloudapi/v6/requests/${uuid}/status`, false],
    ["another scheme", `http://api.ionos.com/cloudapi/v6/requests/${uuid}/status`, false],
    ["another port", `https://api.ionos.com:8443/cloudapi/v6/requests/${uuid}/status`, false],
    [
      "another host behind a user name",
      `https://api.ionos.com@evil.example/cloudapi/v6/requests/${uuid}/status`,
      false,
    ],
    ["another path", `https://api.ionos.com/cloudapi/v5/requests/${uuid}/status`, false],
    ["a longer prefix", `https://api.ionos.com/cloudapi/v60/requests/${uuid}/status`, false],
    ["a path that climbs out", `https://api.ionos.com/cloudapi/v6/../requests/${uuid}/status`, false],
    ["not a request", `https://api.ionos.com/cloudapi/v6/datacenters/${uuid}/status`, false],
    ["an id that is none", "https://api.ionos.com/cloudapi/v6/requests/..%2f..%2fx/status", false],
    ["not a URL", "https://", false],
  ])("%s", async (_, location, counts) => {
    const { cloud, operation } = submit({ kind: "delete-group", group }, accepted({}, location));
    expect((await operation).handles).toEqual([counts ? `request:${uuid}` : `group-absent:${datacenter}/g1`]);
    expect(cloud.sent).toHaveLength(1);
  });
});

describe("what the cloud cannot express is refused before anything is sent", () => {
  const change = (parts: Partial<RuleDraft>): ResolvedStep => ({
    kind: "update-rule",
    group,
    ruleId,
    from: rule,
    to: ruleOf({ ...login, ports: { from: 22, to: 22 }, ...parts }),
  });
  const remoteGroup = ruleOf({ direction: "ingress", protocol: "tcp", remoteGroup: "g2" });
  test.each<[given: string, step: ResolvedStep, field: string]>([
    ["a rule with a remote group", { kind: "create-rule", group, rule: remoteGroup }, "remote"],
    [
      "one such rule among those of a new group",
      { kind: "create-group", name: "web", rules: [rule, remoteGroup] },
      "remote",
    ],
    ["a new group with tags", { kind: "create-group", name: "web", tags: { team: "edge" }, rules: [] }, "tags"],
    ["an update of tags", { kind: "update-group", group, fields: { name: "front", tags: { team: "edge" } } }, "tags"],
    [
      "a complete rule set",
      { kind: "update-group", group, fields: { name: "front" }, rules: { keep: [], add: [] } },
      "rules",
    ],
    ["an update of nothing", { kind: "update-group", group }, "fields"],
    ["an update without fields", { kind: "update-group", group, fields: {} }, "fields"],
    ["a rule that stays the same", { kind: "update-rule", group, ruleId, from: rule, to: rule }, "rules"],
    ["a rule of another protocol", change({ protocol: "udp" }), "protocol"],
    ["a rule turned round", change({ direction: "egress" }), "direction"],
    ["a rule of another IP version", change({ ipVersion: "IPv6" }), "ipVersion"],
    ["a rule opened to all ports", change({ ports: undefined }), "ports"],
    ["a rule that is to come from a group", change({ remoteGroup: "g2" }), "remote"],
  ])("%s", async (_, step, field) => {
    const { cloud, operation } = submit(step);
    expect(await errorOf(() => operation)).toMatchObject({ code: "unsupported", place: { field } });
    expect(cloud.sent).toEqual([]);
  });
});

test("ids are encoded in paths and handles, so that none can lead elsewhere", async () => {
  const odd = { id: "a/b?c#d" as GroupId, name: "web" };
  const cloud = fakeCloud(() => json({ id: "new" }));
  const adapter = adapterOf(cloud);
  const { handles } = await adapter.submit({ kind: "delete-rule", group: odd, ruleId: "x/y" as RuleId }, signal);
  expect(cloud.sent[0]?.url).toBe(`https://api.ionos.com${groups}/a%2Fb%3Fc%23d/rules/x%2Fy`);
  expect(handles).toEqual([`rule-absent:${datacenter}/a%2Fb%3Fc%23d/x%2Fy`]);
  for (const handle of [...handles, `group:${datacenter}/a%2Fb`])
    await adapter.readOperations([{ cloud: "ionos", handles: [handle] }], signal).catch(() => undefined);
  expect(cloud.sent.slice(1).map(({ path }) => path)).toEqual([
    `${groups}/a%2Fb%3Fc%23d/rules/x%2Fy`,
    `${groups}/a%2Fb`,
  ]);
});

test.each(["", ".", ".."])(
  "the id %j, which would name another resource, is refused before anything is sent",
  async (id) => {
    const { cloud, operation } = submit({ kind: "delete-rule", group, ruleId: id as RuleId });
    expect(await errorOf(() => operation)).toMatchObject({
      code: "rejected",
      retryable: false,
      place: { field: "ruleId" },
    });
    expect(cloud.sent).toEqual([]);
  },
);

test("a write is sent once, whatever becomes of it", async () => {
  for (const reply of [json({}, 503), json({}, 429), () => Promise.reject(new TypeError("fetch failed"))]) {
    const { cloud, operation } = submit({ kind: "create-rule", group, rule }, reply);
    expect((await errorOf(() => operation)).retryable).toBe(true);
    expect(cloud.sent).toHaveLength(1);
  }
});

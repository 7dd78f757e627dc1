import { normalizeRule, type GroupId, type ResolvedStep, type Rule, type RuleDraft, type RuleId } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import { calm, fakeGcore, json, rejection } from "./fake-gcore.ts";
import { groupId } from "./wire.ts";

const group = { id: groupId as GroupId, name: "web" };
const tasks = ["d478ae29-dedc-4869-82f0-96104425f565", "8ff0fb32-2f0c-4b5c-9c1e-0ec8d5a1d3b1"];

function rule(draft: Partial<RuleDraft> = {}): Rule {
  const normalized = normalizeRule({ direction: "ingress", ipVersion: "IPv4", ...draft }, "document");
  if (!normalized.ok || normalized.rules[0] === undefined) throw new Error(JSON.stringify(normalized));
  return normalized.rules[0];
}

const ssh = rule({ protocol: "tcp", ports: { from: 22, to: 22 }, remote: "203.0.113.0/24", description: "office" });
const sshWire = {
  direction: "ingress",
  ethertype: "IPv4",
  protocol: "tcp",
  port_range_min: 22,
  port_range_max: 22,
  remote_ip_prefix: "203.0.113.0/24",
  description: "office",
};

async function sent(step: ResolvedStep, answer: unknown = { tasks }, status = 200) {
  const { adapter, requests } = fakeGcore(() =>
    status === 204 ? new Response(null, { status }) : json(answer, status),
  );
  const operation = await adapter.submit(step, calm);
  expect(requests).toHaveLength(1);
  const [request] = requests;
  return { operation, request: `${request?.method} ${request?.path}`, body: request?.body };
}

describe("a new group", () => {
  it("is one POST with its rules, and its id is not known yet", async () => {
    const step: ResolvedStep = {
      kind: "create-group",
      name: "web",
      description: "Public",
      tags: { team: "edge" },
      rules: [ssh],
    };
    expect(await sent(step)).toStrictEqual({
      operation: { cloud: "gcore", handles: tasks },
      request: "POST /cloud/v2/security_groups/1234/76",
      body: { name: "web", description: "Public", tags: { team: "edge" }, rules: [sshWire] },
    });
  });

  it("says so when it has no rules, because the cloud would open it to everything", async () => {
    const { body } = await sent({ kind: "create-group", name: "web", rules: [] });
    expect(body).toStrictEqual({ name: "web", rules: [] });
  });
});

describe("an update", () => {
  it.each<[string, Omit<Extract<ResolvedStep, { kind: "update-group" }>, "kind" | "group">, unknown]>([
    ["of the name", { fields: { name: "site" } }, { name: "site" }],
    ["of the description", { fields: { description: "" } }, { description: "" }],
    ["of tags", { fields: { tags: { a: "1", b: null } } }, { tags: { a: "1", b: null } }],
    ["of all tags", { fields: { tags: null } }, { tags: null }],
    [
      "of the rules",
      { rules: { keep: [{ direction: "egress", ipVersion: "IPv6" }], add: [ssh] } },
      { rules: [{ direction: "egress", ethertype: "IPv6", protocol: null }, sshWire] },
    ],
    ["to no rules", { rules: { keep: [], add: [] } }, { rules: [] }],
    [
      "of everything",
      { fields: { name: "site", description: "d", tags: { a: "1" } }, rules: { keep: [], add: [ssh] } },
      { name: "site", description: "d", tags: { a: "1" }, rules: [sshWire] },
    ],
    [
      "with fields that are there but not said",
      { fields: { name: "site", description: undefined, tags: undefined }, rules: undefined },
      { name: "site" },
    ],
  ])("%s is one PATCH with what changes and nothing else", async (_, change, body) => {
    expect(await sent({ kind: "update-group", group, ...change })).toStrictEqual({
      operation: { cloud: "gcore", handles: tasks, groupId },
      request: `PATCH /cloud/v2/security_groups/1234/76/${groupId}`,
      body,
    });
  });

  it.each([200, 201, 202])("may be answered with %d", async (status) => {
    expect(
      (await sent({ kind: "update-group", group, fields: { name: "site" } }, { tasks: ["t"] }, status)).operation
        .handles,
    ).toEqual(["t"]);
  });

  it("whose answer lacks the tasks is `unexpected-response`", async () => {
    const { adapter } = fakeGcore(() => json({}));
    const error = await rejection(adapter.submit({ kind: "update-group", group, fields: { name: "site" } }, calm));
    expect(error).toMatchObject({ code: "unexpected-response", place: { field: "tasks" } });
  });

  it("is sent once, whatever comes back", async () => {
    for (const status of [409, 429, 500, 503]) {
      const { adapter, requests } = fakeGcore(() => json({ message: "no" }, status, { "retry-after": "1" }));
      await rejection(adapter.submit({ kind: "update-group", group, fields: { name: "site" } }, calm));
      expect(requests).toHaveLength(1);
    }
  });
});

describe("a deletion", () => {
  it.each([
    [204, undefined],
    [200, {}],
  ])("answered with %d is done at once", async (status, answer) => {
    expect(await sent({ kind: "delete-group", group }, answer, status)).toStrictEqual({
      operation: { cloud: "gcore", handles: [], groupId },
      request: `DELETE /cloud/v1/securitygroups/1234/76/${groupId}`,
      body: undefined,
    });
  });

  it("of a group in use is a conflict, in the vendor's words", async () => {
    const { adapter } = fakeGcore(() =>
      json({ exception_class: "ConflictError", message: "Security group in use", request_id: "r" }, 409),
    );
    expect(await rejection(adapter.submit({ kind: "delete-group", group }, calm))).toMatchObject({
      code: "conflict",
      vendor: { message: "Security group in use" },
    });
  });
});

describe("a step that Gcore cannot express is refused before anything is sent", () => {
  const ruleId = "r" as RuleId;
  const local = rule({ local: "10.0.0.7" });
  it.each<[string, ResolvedStep]>([
    ["one rule created", { kind: "create-rule", group, rule: ssh }],
    ["one rule updated", { kind: "update-rule", group, ruleId, from: ssh, to: { ...ssh, description: "d" } }],
    ["one rule deleted", { kind: "delete-rule", group, ruleId }],
    ["a local address in a new group", { kind: "create-group", name: "web", rules: [ssh, local] }],
    ["a local address in an update", { kind: "update-group", group, rules: { keep: [], add: [local] } }],
    [
      "a group without an id",
      { kind: "update-group", group, rules: { keep: [], add: [rule({ remoteGroupName: "db" })] } },
    ],
  ])("%s", async (_, step) => {
    const { adapter, requests } = fakeGcore(() => json({ tasks: [] }));
    expect(await rejection(adapter.submit(step, calm))).toMatchObject({ code: "unsupported" });
    expect(requests).toEqual([]);
  });
});

import type { GroupFieldsChange, GroupId, Operation, RuleSet } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import { calm, fakeGcore, json } from "./fake-gcore.ts";
import { groupId, wireGroup, wireRule } from "./wire.ts";

// The page "Update security group" (operation SecurityGroupInstanceViewSetV2.patch): each example that it gives, in its own values.

const group = { id: groupId as GroupId, name: "web" };

async function patch(
  change: { readonly fields?: GroupFieldsChange; readonly rules?: RuleSet },
  tasks: readonly string[] = [],
) {
  const { adapter, requests } = fakeGcore(() => json({ tasks }));
  const operation: Operation = await adapter.submit({ kind: "update-group", group, ...change }, calm);
  expect(requests).toMatchObject([{ method: "PATCH", path: `/cloud/v2/security_groups/1234/76/${groupId}` }]);
  expect(requests[0]?.request.headers.get("content-type")).toBe("application/json");
  return { body: requests[0]?.body, operation, adapter, requests };
}

describe("tags are a JSON merge patch", () => {
  it.each<[string, GroupFieldsChange["tags"]]>([
    ["add or update", { environment: "production", team: "backend" }],
    ["delete", { old_tag: null }],
    ["remove all", null],
    ["partial update", { environment: "staging" }],
    ["mixed operations", { environment: "production", cost_center: "engineering", deprecated_tag: null }],
    [
      "replace all: delete the present ones and add new ones in the same request",
      { old_tag: null, environment: "production" },
    ],
    ["the schema's example", { "my-tag": "my-tag-value", "my-tag-to-remove": null }],
  ])("%s", async (_, tags) => {
    expect((await patch({ fields: { tags } })).body).toStrictEqual({ tags });
  });
});

it("simple fields are sent when they change, undefined ones stay unsaid", async () => {
  expect((await patch({ fields: { name: "some_name" } })).body).toStrictEqual({ name: "some_name" });
  expect((await patch({ fields: { description: "Some description" } })).body).toStrictEqual({
    description: "Some description",
  });
});

it("rules are the complete desired state: existing ones to keep alongside new ones", async () => {
  const answers = [
    wireRule({
      id: "a",
      protocol: "tcp",
      port_range_min: 80,
      port_range_max: 80,
      remote_ip_prefix: "10.0.0.0/8",
      description: "Some description",
    }),
    wireRule({ id: "b", direction: "egress", protocol: "any", description: null }),
  ];
  const read = fakeGcore(() => json(wireGroup({ security_group_rules: answers })));
  const { rules } = await read.adapter.readGroup(group.id, calm);
  const [first, second] = rules;
  if (first === undefined || second === undefined) throw new Error("unreachable");
  const added = {
    ...first.rule,
    description: "",
    remote: { kind: "group" as const, id: "00000000-0000-4000-8000-000000000000" as GroupId },
  };
  const { body } = await patch({ rules: { keep: [first.draft, second.draft], add: [added] } });
  const web = { direction: "ingress", ethertype: "IPv4", protocol: "tcp", port_range_min: 80, port_range_max: 80 };
  expect(body).toStrictEqual({
    rules: [
      { ...web, remote_ip_prefix: "10.0.0.0/8", description: "Some description" },
      { direction: "egress", ethertype: "IPv4", protocol: null },
      { ...web, remote_group_id: "00000000-0000-4000-8000-000000000000" },
    ],
  });
});

it("an empty list of tasks means that nothing is left to wait for", async () => {
  const { operation, adapter, requests } = await patch({ fields: { name: "some_name" } }, []);
  expect(operation).toStrictEqual({ cloud: "gcore", handles: [], groupId });
  expect(await adapter.readOperations([operation], calm)).toStrictEqual([{ status: "succeeded", groupId }]);
  expect(requests).toHaveLength(1);
});

it("a list of task ids is what to wait for", async () => {
  const ids = ["d478ae29-dedc-4869-82f0-96104425f565"];
  const { operation } = await patch({ fields: { name: "some_name" } }, ids);
  expect(operation).toStrictEqual({ cloud: "gcore", handles: ids, groupId });
});

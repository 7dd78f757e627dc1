import type { Adapter, Operation, ResolvedStep, RuleDraft } from "@secgroup/core";
import { gcoreCapabilities } from "@secgroup/adapter-gcore";
import { expect } from "vitest";
import type { Exchange, Interaction, State } from "../exchange.ts";
import { given } from "../matchers.ts";
import { ruleOf } from "../rule-of.ts";
import {
  changePath,
  createPath,
  exchange,
  followed,
  group,
  groupId,
  groupPath,
  noTask,
  oneTask,
  project,
  signal,
  values,
  webGroup,
  webProject,
  webRule,
} from "./wire.ts";

const submits =
  (step: ResolvedStep, operation: Operation) =>
  async (adapter: Adapter): Promise<void> => {
    // When it began is told by the clock of whoever answers.
    expect(await adapter.submit(step, signal)).toEqual({ startedAt: expect.any(Number), ...operation });
  };

const post = (special: string, body: object, state = project()): Interaction => ({
  description: `SecurityGroupViewSetV2.post: ${special}`,
  state,
  request: { method: "POST", path: createPath, body },
  response: { status: 200, body: oneTask },
});
const created = followed({});
const create = { kind: "create-group", name: "web" } as const;

/** The draft of a rule with this protocol; the names that begin with ipv6 exist in IPv6 only. */
const ofProtocol = (protocol: string): RuleDraft => ({
  direction: "ingress",
  protocol,
  ipVersion: protocol.startsWith("ipv6-") ? "IPv6" : "IPv4",
});

const creations: readonly Exchange[] = [
  exchange(
    post("with description, tags and rules", {
      name: "web",
      description: "Public web servers",
      tags: { team: "edge" },
      rules: [webRule, { direction: "egress", ethertype: "IPv6", protocol: null }],
    }),
    submits(
      {
        ...create,
        description: "Public web servers",
        tags: { team: "edge" },
        rules: [
          ruleOf({
            direction: "ingress",
            protocol: "tcp",
            ports: { from: 443, to: 443 },
            remote: "203.0.113.0/24",
            description: "https",
          }),
          ruleOf({ direction: "egress", ipVersion: "IPv6" }),
        ],
      },
      created,
    ),
  ),
  exchange(post("rules [], which means none", { name: "web", rules: [] }), submits({ ...create, rules: [] }, created)),
  exchange(
    post(
      "a rule whose remote is a group",
      {
        name: "web",
        rules: [
          { direction: "ingress", ethertype: "IPv4", protocol: null, remote_group_id: given("{groupId}", values) },
        ],
      },
      webProject,
    ),
    submits({ ...create, rules: [ruleOf({ direction: "ingress", remoteGroup: groupId })] }, created),
  ),
  ...gcoreCapabilities.protocols.map((protocol) => {
    const draft = ofProtocol(protocol);
    const rule = { direction: "ingress", ethertype: draft.ipVersion, protocol: protocol === "any" ? null : protocol };
    return exchange(
      post(`protocol ${protocol}`, { name: "web", rules: [rule] }),
      submits({ ...create, rules: [ruleOf(draft)] }, created),
    );
  }),
];

const patch = (special: string, body: object, answer: object, state: State = webProject): Interaction => ({
  description: `SecurityGroupInstanceViewSetV2.patch: ${special}`,
  state,
  request: { method: "PATCH", path: changePath, body },
  response: { status: 200, body: answer },
});
type Update = Extract<ResolvedStep, { readonly kind: "update-group" }>;
const update = (change: Omit<Update, "kind" | "group">): Update => ({ kind: "update-group", group, ...change });

// The examples that the page "Update security group" gives for tags, in its own values.
const documentedTags: readonly (readonly [special: string, tags: Readonly<Record<string, string | null>> | null])[] = [
  ["add/update tags", { environment: "production", team: "backend" }],
  ["delete tags", { old_tag: null }],
  ["remove all tags", null],
  ["partial update of tags", { environment: "staging" }],
  ["mixed operations on tags", { environment: "production", cost_center: "engineering", deprecated_tag: null }],
  ["replace all tags", { old_tag: null, environment: "production" }],
  ["the schema's example of tags", { "my-tag": "my-tag-value", "my-tag-to-remove": null }],
];

const documentedRule = {
  direction: "ingress",
  ethertype: "IPv4",
  protocol: "tcp",
  port_range_min: 80,
  port_range_max: 80,
  remote_ip_prefix: "10.0.0.0/8",
  description: "Some description",
};
const documentedDraft: RuleDraft = {
  direction: "ingress",
  ipVersion: "IPv4",
  protocol: "tcp",
  ports: { from: 80, to: 80 },
  remote: "10.0.0.0/8",
  description: "Some description",
};
const icmp = ruleOf({ direction: "ingress", protocol: "icmp", icmp: { type: 8, code: 0 } });
const wireIcmp = { direction: "ingress", ethertype: "IPv4", protocol: "icmp", port_range_min: 8, port_range_max: 0 };

const updates: readonly Exchange[] = [
  // A change of tags alone is made at once and starts no task.
  ...documentedTags.map(([special, tags]) =>
    exchange(patch(special, { tags }, noTask), submits(update({ fields: { tags } }), { ...followed(), handles: [] })),
  ),
  exchange(
    patch("name", { name: "some_name" }, oneTask),
    submits(update({ fields: { name: "some_name" } }), followed()),
  ),
  exchange(
    patch("description", { description: "Some description" }, oneTask),
    submits(update({ fields: { description: "Some description" } }), followed()),
  ),
  exchange(
    patch("no change, so no task", { name: "web" }, noTask),
    submits(update({ fields: { name: "web" } }), { ...followed(), handles: [] }),
  ),
  exchange(
    patch(
      "rules complete, those to keep beside those to add",
      { rules: [documentedRule, wireIcmp] },
      oneTask,
      project({ ...webGroup, rules: [documentedRule] }),
    ),
    submits(update({ rules: { keep: [documentedDraft], add: [icmp] } }), followed()),
  ),
  exchange(
    patch(
      "a rule to add whose remote is a group",
      {
        rules: [
          { direction: "ingress", ethertype: "IPv4", protocol: null, remote_group_id: given("{otherGroupId}", values) },
        ],
      },
      oneTask,
      project(webGroup, { name: "other", rules: [] }),
    ),
    submits(
      update({
        rules: { keep: [], add: [ruleOf({ direction: "ingress", remoteGroup: values.otherGroupId })] },
      }),
      followed(),
    ),
  ),
  exchange(
    patch("rules [], which removes all", { rules: [] }, oneTask),
    submits(update({ rules: { keep: [], add: [] } }), followed()),
  ),
  exchange(
    patch(
      "every field at once",
      { name: "some_name", description: "Some description", tags: { environment: null }, rules: [] },
      oneTask,
    ),
    submits(
      update({
        fields: { name: "some_name", description: "Some description", tags: { environment: null } },
        rules: { keep: [], add: [] },
      }),
      followed(),
    ),
  ),
];

const remove: Exchange = exchange(
  {
    description: "SecurityGroupInstanceViewSet.delete: a group",
    state: webProject,
    request: { method: "DELETE", path: groupPath },
    response: { status: 204 },
  },
  submits({ kind: "delete-group", group }, { ...followed(), handles: [] }),
);

/** Writing groups: POST with every protocol, PATCH with the examples of its page, DELETE. */
export const writeGroups: readonly Exchange[] = [...creations, ...updates, remove];

import { describe, expect, it } from "vitest";
import type { Adapter, Attachment, DesiredGroup, GroupId, Rule } from "../../src/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { tcp } from "../support/describe-waves.ts";
import { errorOf, memoryTarget, present, type MemoryTarget } from "../support/memory-target.ts";

const absent = (name: string): DesiredGroup => ({ ensure: "absent", name });
const from = (id: GroupId): Rule => ruleOf({ direction: "ingress", ipVersion: "IPv4", remoteGroup: id });
const fromNamed = (name: string): Rule => ruleOf({ direction: "ingress", ipVersion: "IPv4", remoteGroupName: name });

/** A target on which the group app, with one rule more, refers to the group web, which is to go. */
function seeded(): MemoryTarget & { readonly reference: Rule; readonly web: GroupId; readonly app: GroupId } {
  const target = memoryTarget();
  const web = target.cloud.seed({ name: "web", rules: [tcp(22)] });
  const app = target.cloud.seed({ name: "app", rules: [from(web), tcp(1)] });
  return { ...target, reference: from(web), web, app };
}

describe("a group that is attached", () => {
  it.each<[Attachment, string]>([
    [{ kind: "server", id: "1", name: "front" }, "server front (1)"],
    [{ kind: "nic", id: "2" }, "network interface 2"],
    [{ kind: "instance", id: "3" }, "instance 3"],
    [{ kind: "datacenter-default", id: "4" }, "datacenter, as its default group, 4"],
  ])("is not deleted: %j", async (attachment, words) => {
    const { cloud, plan } = memoryTarget();
    cloud.attach(cloud.seed({ name: "web" }), attachment);
    expect(await errorOf(plan([absent("web")]))).toMatchObject({
      code: "group-in-use",
      message: `the group is in use by ${words}`,
      hint: expect.stringContaining("Detach"),
      place: { target: "here", group: "web", field: "ensure" },
    });
  });

  it("is not deleted, and all attachments are named", async () => {
    const { cloud, plan } = memoryTarget();
    const web = cloud.seed({ name: "web" });
    for (const id of ["1", "2"]) cloud.attach(web, { kind: "server", id });
    expect((await errorOf(plan([absent("web")]))).message).toBe("the group is in use by server 1, server 2");
  });
});

it("a group of the provider's own services is not deleted", async () => {
  const { cloud, plan } = memoryTarget({}, (adapter): Adapter => ({
    ...adapter,
    listGroups: async (signal) =>
      (await adapter.listGroups(signal)).map((entry) =>
        entry.rules === "not-listed"
          ? entry
          : {
              rules: "listed",
              group: { ...entry.group, rules: entry.group.rules.map((rule) => ({ ...rule, providerOwned: true })) },
            },
      ),
  }));
  cloud.seed({ name: "cluster", rules: [tcp(22), tcp(23)] });
  expect(await errorOf(plan([absent("cluster")]))).toMatchObject({
    code: "provider-owned",
    hint: expect.stringContaining("service"),
    place: { target: "here", group: "cluster" },
  });
});

describe("a group is not deleted that rules of another one would refer to afterwards:", () => {
  it.each<[string, (reference: Rule) => readonly DesiredGroup[], user: string]>([
    ["one that the document says nothing of", () => [], "app (group-3)"],
    ["one that stays as it is", (rule) => [present("app", { rules: [rule, tcp(1)] })], "app (group-3)"],
    ["one that gives up another rule", (rule) => [present("app", { rules: [rule] })], "app (group-3)"],
    ["one that gets another rule", (rule) => [present("app", { rules: [rule, tcp(1), tcp(2)] })], "app (group-3)"],
    [
      "one that keeps what is not listed",
      () => [present("app", { rules: [tcp(2)], unlistedRules: "keep" })],
      "app (group-3)",
    ],
    [
      "one that gets a rule for it",
      () => [present("app"), present("other", { rules: [fromNamed("web")] })],
      "other (group-6)",
    ],
    ["a new one", () => [present("app"), present("new", { rules: [fromNamed("web")] })], "new"],
  ])("%s", async (_, others, user) => {
    const { cloud, plan, reference } = seeded();
    cloud.seed({ name: "other" });
    expect(await errorOf(plan([absent("web"), ...others(reference)]))).toMatchObject({
      code: "group-in-use",
      message: `the group is in use by rules of the group ${user}`,
      hint: expect.stringContaining("refer"),
      place: { target: "here", group: "web", field: "ensure" },
    });
    expect(cloud.accepted).toEqual([]);
  });

  it("and all of them are named, with whatever else is wrong", async () => {
    const { cloud, plan, reference } = seeded();
    cloud.seed({ name: "other", rules: [reference] });
    const { related } = await errorOf(
      plan([absent("web"), present("new", { tags: {}, rules: [fromNamed("nobody")] })]),
    );
    expect(related.map(({ code, message }) => [code, message])).toEqual([
      ["group-in-use", "the group is in use by rules of the group app (group-3), rules of the group other (group-6)"],
      ["not-found", expect.stringContaining('"nobody"')],
    ]);
  });
});

describe("a group is deleted that nothing refers to afterwards:", () => {
  it.each<[string, readonly DesiredGroup[]]>([
    ["the other one gives the rule up", [present("app", { rules: [tcp(1)] })]],
    ["the other one goes too", [absent("app")]],
    [
      "a new one refers to another",
      [present("app"), present("other"), present("new", { rules: [fromNamed("other")] })],
    ],
    ["a new one refers to a new one", [present("app"), present("new", { rules: [fromNamed("new")] })]],
  ])("%s", async (_, others) => {
    const { plan, cloud } = seeded();
    cloud.seed({ name: "other" });
    expect((await plan([absent("web"), ...others])).targets[0]?.groups[0]).toMatchObject({
      action: "delete",
      removed: [{ rule: tcp(22) }],
    });
  });
});

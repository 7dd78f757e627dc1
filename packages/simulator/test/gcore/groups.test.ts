import { describe, expect, it } from "vitest";
import { createWorld, portsOf, tcp, v1, v2 } from "./gcore-world.ts";

const many = (count: number): ReturnType<typeof createWorld> => {
  const world = createWorld();
  for (let number = 0; number < count; number++)
    world.cloud.addGroup(1, 2, { name: `group ${number}`, rules: [tcp(22)] });
  return world;
};

describe("listing groups", () => {
  it.each([
    ["", 10, "group 0"],
    ["?limit=3", 3, "group 0"],
    ["?limit=3&offset=2", 3, "group 2"],
    ["?offset=10", 2, "group 10"],
    ["?limit=1000", 12, "group 0"],
    ["?offset=12", 0, undefined],
  ])("%j gives one page, and the count of all", async (query, length, first) => {
    const { body } = await many(12).send("GET", `${v1}${query}`);
    expect(body.count).toBe(12);
    expect(body.results).toHaveLength(length);
    expect(body.results[0]?.name).toBe(first);
  });

  it("brings the rules along", async () => {
    const { body } = await many(1).send("GET", v1);
    expect(body.results[0].security_group_rules).toMatchObject([tcp(22)]);
  });

  it.each([
    ["?name=web", ["web"]],
    ["?name=we", []],
    ["?tag_key=team", ["web", "database"]],
    ["?tag_key=team&tag_key=tier", ["database"]],
    ["?tag_key=owner", ["database"]],
    [`?tag_key_value=${encodeURIComponent('{"team":"edge"}')}`, ["web"]],
    [`?tag_key_value=${encodeURIComponent('{"team":"edge","tier":"1"}')}`, []],
  ])("filters by %s, and counts what is left", async (query, names) => {
    const world = createWorld();
    world.cloud.addGroup(1, 2, { name: "web", rules: [], tags: { team: "edge" } });
    world.cloud.addGroup(1, 2, {
      name: "database",
      rules: [],
      tags: { team: "core", tier: "1" },
      readOnlyTags: { owner: "platform" },
    });
    world.cloud.addGroup(1, 2, { name: "other", rules: [] });
    const { body } = await world.send("GET", `${v1}${query}`);
    expect(body.results.map(({ name }: { name: string }) => name)).toEqual(names);
    expect(body.count).toBe(names.length);
  });
});

describe("deleting a group", () => {
  it("is done at once, without a task", async () => {
    const world = createWorld();
    const id = world.cloud.addGroup(1, 2, { name: "web", rules: [tcp(22)] });
    expect(await world.send("DELETE", `${v1}/${id}`)).toEqual({ status: 204, body: undefined });
    expect(await world.send("GET", `${v1}/${id}`)).toMatchObject({ status: 404 });
    expect(world.history(id)).toMatchObject([{ exists: true }, { exists: false, rules: [] }]);
  });

  it("is refused while a port uses it", async () => {
    const world = createWorld();
    const id = world.cloud.addGroup(1, 2, { name: "web", rules: [] });
    world.cloud.addInstance(1, 2, { name: "vm", groups: [id] });
    expect(await world.send("DELETE", `${v1}/${id}`)).toMatchObject({
      status: 409,
      body: { exception_class: "ConflictError" },
    });
    expect(world.cloud.groups(1, 2)).toHaveLength(1);
  });

  it("is refused for the default group", async () => {
    const world = createWorld();
    const id = world.cloud.addGroup(1, 2, { name: "default", rules: [] });
    expect(await world.send("DELETE", `${v1}/${id}`)).toMatchObject({
      status: 409,
      body: { exception_class: "ConflictError" },
    });
  });

  it("takes the rules of other groups that refer to it along", async () => {
    const world = createWorld();
    const id = world.cloud.addGroup(1, 2, { name: "web", rules: [] });
    const rules = [{ ...tcp(22), remote_group_id: id }, tcp(80), { ...tcp(443), remote_group_id: id }];
    const other = world.cloud.addGroup(1, 2, { name: "database", rules });
    expect(await world.send("DELETE", `${v1}/${id}`)).toMatchObject({ status: 204 });
    expect(world.cloud.groups(1, 2)).toMatchObject([{ id: other, rules: [tcp(80)] }]);
    expect(portsOf(world.history(other))).toEqual([[22, 80, 443], [80, 443], [80]]);
  });
});

describe("copying a group", () => {
  it("makes another with the same content and ids of its own, at once", async () => {
    const world = createWorld();
    const seed = { description: "Public", rules: [tcp(22), tcp(80)], tags: { team: "edge" } };
    const id = world.cloud.addGroup(1, 2, { name: "web", ...seed, readOnlyTags: { owner: "platform" } });
    const { status, body } = await world.send("POST", `${v1}/${id}/copy`, { name: "web-copy" });
    expect(status).toBe(200);
    const [original, copy] = world.cloud.groups(1, 2);
    expect(copy).toMatchObject({ id: body.id, name: "web-copy", ...seed, readOnlyTags: {} });
    const ids = [original, copy].flatMap((group) => [group?.id, ...(group?.rules.map((rule) => rule.id) ?? [])]);
    expect(new Set(ids).size).toBe(6);
    world.cloud.editRules(body.id, () => []);
    expect(world.cloud.groups(1, 2)[0]?.rules).toHaveLength(2);
  });

  it("needs a name", async () => {
    const world = createWorld();
    const id = world.cloud.addGroup(1, 2, { name: "web", rules: [] });
    expect((await world.send("POST", `${v1}/${id}/copy`)).body.invalid_fields).toHaveProperty("name");
  });
});

it("reverting a group takes it back to the default template, at once", async () => {
  const world = createWorld();
  const egress = { direction: "egress", ethertype: "IPv6" } as const;
  const id = world.cloud.addGroup(1, 2, { name: "web", rules: [tcp(22), egress] });
  const kept = world.cloud.groups(1, 2)[0]?.rules[1];
  const { body } = await world.send("POST", `${v1}/${id}/revert`);
  const rules = body.security_group_rules.map(
    (rule: Record<string, unknown>) => `${String(rule["direction"])} ${String(rule["ethertype"])}`,
  );
  expect(rules.toSorted()).toEqual(["egress IPv4", "egress IPv6", "ingress IPv4", "ingress IPv6"]);
  expect(world.cloud.groups(1, 2)[0]?.rules).toContainEqual(kept);
});

it("an edit by somebody else is one step, and keeps the ids of what stays", () => {
  const world = createWorld();
  const id = world.cloud.addGroup(1, 2, { name: "web", rules: [tcp(22), tcp(80)] });
  const before = world.cloud.groups(1, 2)[0]?.rules ?? [];
  world.wait(60_000);
  world.cloud.editRules(id, ([, second]) => [...(second ? [second] : []), { ...tcp(22), description: "temporary" }]);
  const after = world.cloud.groups(1, 2)[0]?.rules ?? [];
  expect(after).toMatchObject([tcp(80), { ...tcp(22), description: "temporary" }]);
  expect(after[0]?.id).toBe(before[1]?.id);
  expect(after[1]?.id).not.toBe(before[0]?.id);
  expect(world.history(id).map(({ at }) => at - world.now())).toEqual([-60_000, 0]);
  expect(() => world.cloud.editRules("nowhere", (rules) => rules)).toThrow(/nowhere/);
});

it("a rule of the platform is a rule with the description system", async () => {
  const world = createWorld();
  const id = world.cloud.addGroup(1, 2, { name: "k8s", rules: [{ ...tcp(6443), description: "system" }] });
  expect((await world.send("GET", `${v1}/${id}`)).body.security_group_rules).toMatchObject([{ description: "system" }]);
  await world.finish("PATCH", `${v2}/${id}`, { rules: [] });
  expect(world.cloud.groups(1, 2)[0]?.rules).toEqual([]);
});

import { describe, expect, it } from "vitest";
import { no, type Capabilities, type Plan, type PresentGroup, type Rule } from "../../src/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { memoryTarget, present } from "../support/memory-target.ts";

const tcp = (port: number, remote = "10.0.0.0/8"): Rule =>
  ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: port, to: port }, remote });
const from = (name: string): Rule =>
  ruleOf({ direction: "ingress", ipVersion: "IPv4", protocol: "tcp", remoteGroupName: name });

const byRuleSet: Partial<Capabilities> = { writeGranularity: "rule-set", relabelInPlace: no("rules are replaced") };

/** Each wave as the kinds of its steps with the group's name. */
const waves = (plan: Plan): string[][] =>
  plan.targets.flatMap(({ waves }) =>
    waves.map((wave) => wave.map((step) => `${step.kind} ${"group" in step ? step.group.name : step.name}`)),
  );

describe("on a cloud that is written rule by rule", () => {
  it("creates in a first wave and deletes in a second", async () => {
    const { cloud, plan } = memoryTarget();
    cloud.seed({ name: "web", rules: [tcp(22), tcp(80)] });
    expect(waves(await plan([present("web", { rules: [tcp(80), tcp(443)] })]))).toEqual([
      ["create-rule web"],
      ["delete-rule web"],
    ]);
  });

  it("deletes in no group before every group has its new rules", async () => {
    const { cloud, plan } = memoryTarget();
    cloud.seed({ name: "a", rules: [tcp(22)] });
    cloud.seed({ name: "b" });
    expect(waves(await plan([present("a"), present("b", { rules: [tcp(22)] })]))).toEqual([
      ["create-rule b"],
      ["delete-rule a"],
    ]);
  });

  it("updates a rule in place when nothing but its description differs", async () => {
    const { cloud, plan } = memoryTarget();
    cloud.seed({ name: "web", rules: [tcp(22)] });
    expect(waves(await plan([present("web", { rules: [{ ...tcp(22), description: "ssh" }] })]))).toEqual([
      ["update-rule web"],
    ]);
  });

  it("changes fields and descriptions in the wave of the creates", async () => {
    const { cloud, plan } = memoryTarget();
    cloud.seed({ name: "web", rules: [tcp(22), tcp(80)] });
    const made = await plan([
      present("web", { description: "new", rules: [{ ...tcp(22), description: "ssh" }, tcp(443)] }),
    ]);
    expect(waves(made)).toEqual([["update-group web", "update-rule web", "create-rule web"], ["delete-rule web"]]);
  });

  it("creates a group with its rules in one write", async () => {
    const { plan } = memoryTarget();
    expect(waves(await plan([present("web", { rules: [tcp(22), tcp(80)] })]))).toEqual([["create-group web"]]);
  });

  it("changes the group's own fields in one write", async () => {
    const { cloud, plan } = memoryTarget();
    const id = cloud.seed({ name: "web", description: "old", tags: { a: "1" } });
    const made = await plan([present("site", { id, description: "new", tags: {} })]);
    expect(made.targets[0]?.waves).toEqual([
      [{ kind: "update-group", group: { id, name: "web" }, fields: { name: "site", description: "new", tags: null } }],
    ]);
  });
});

describe("on a cloud that takes whole rule sets", () => {
  it("uses one write for any number of rule and field changes", async () => {
    const { cloud, plan } = memoryTarget(byRuleSet);
    const id = cloud.seed({ name: "web", rules: [tcp(22), tcp(80), tcp(81)] });
    const made = await plan([present("web", { description: "new", rules: [tcp(80), tcp(443), tcp(444)] })]);
    expect(made.targets[0]?.waves).toEqual([
      [
        {
          kind: "update-group",
          group: { id, name: "web" },
          fields: { description: "new" },
          rules: { keep: [expect.objectContaining({ ports: { from: 80, to: 80 } })], add: [tcp(443), tcp(444)] },
        },
      ],
    ]);
  });

  it("lets a group that only closes wait until others have opened", async () => {
    const { cloud, plan } = memoryTarget(byRuleSet);
    cloud.seed({ name: "a", rules: [tcp(22)] });
    cloud.seed({ name: "b" });
    expect(waves(await plan([present("a"), present("b", { rules: [tcp(22)] })]))).toEqual([
      ["update-group b"],
      ["update-group a"],
    ]);
  });

  it("says nothing of rules when only fields change", async () => {
    const { cloud, plan } = memoryTarget(byRuleSet);
    cloud.seed({ name: "web", rules: [tcp(22)] });
    const [target] = (await plan([present("web", { description: "new", rules: [tcp(22)] })])).targets;
    expect(target?.waves[0]).toMatchObject([{ kind: "update-group", fields: { description: "new" } }]);
    expect(target?.waves[0]?.[0]).not.toHaveProperty("rules");
  });

  it("leaves a description that differs, and replaces the rule in two writes when asked", async () => {
    const { cloud, plan } = memoryTarget(byRuleSet);
    cloud.seed({ name: "web", rules: [tcp(22), tcp(80)] });
    const desired = [present("web", { rules: [{ ...tcp(22), description: "ssh" }, tcp(80), tcp(443)] })];
    const [left] = (await plan(desired)).targets;
    expect(left?.waves).toMatchObject([[{ rules: { keep: [{ ports: { from: 22 } }, { ports: { from: 80 } }] } }]]);
    expect(left?.groups[0]).toMatchObject({ action: "update", relabelsLeft: [{ description: "ssh" }] });
    const [asked] = (await plan(desired, { relabel: true })).targets;
    expect(asked?.waves).toMatchObject([
      [{ rules: { keep: [{ ports: { from: 80 } }], add: [tcp(443)] } }],
      [{ rules: { keep: [{ ports: { from: 80 } }], add: [tcp(443), { description: "ssh" }] } }],
    ]);
  });

  it("writes nothing for a description alone unless asked", async () => {
    const { cloud, plan } = memoryTarget(byRuleSet);
    cloud.seed({ name: "web", rules: [tcp(22)] });
    const [left] = (await plan([present("web", { rules: [{ ...tcp(22), description: "ssh" }] })])).targets;
    expect(left?.waves).toEqual([]);
    expect(left?.groups[0]).toMatchObject({ action: "keep", relabelsLeft: [{ description: "ssh" }] });
  });
});

describe("new groups that refer to each other", () => {
  const group = (name: string, ...remotes: string[]): PresentGroup =>
    present(name, { rules: [tcp(22), ...remotes.map(from)] });

  it("are created in the order of their references, one write each", async () => {
    const { plan } = memoryTarget();
    const made = await plan([group("database", "app"), group("app", "web"), group("web")]);
    expect(waves(made)).toEqual([["create-group web"], ["create-group app"], ["create-group database"]]);
  });

  it("take one more write when they refer to themselves", async () => {
    expect(waves(await memoryTarget().plan([group("web", "web")]))).toEqual([
      ["create-group web"],
      ["create-rule web"],
    ]);
    expect(waves(await memoryTarget(byRuleSet).plan([group("web", "web")]))).toEqual([
      ["create-group web"],
      ["update-group web"],
    ]);
  });

  it("take one more write when they refer in a circle", async () => {
    const made = await memoryTarget(byRuleSet).plan([group("a", "b"), group("b", "a")]);
    expect(waves(made)).toEqual([["create-group a"], ["create-group b"], ["update-group a"]]);
  });

  it("end up as desired, whatever the circle", async () => {
    for (const capabilities of [{}, byRuleSet]) {
      const target = memoryTarget(capabilities);
      target.cloud.seed({ name: "old", rules: [tcp(1)] });
      const desired = [group("a", "b", "a", "c"), group("b", "a"), group("c", "b", "old"), group("old", "c", "a")];
      const report = await target.apply(await target.plan(desired));
      expect(report.targets[0]?.error).toBeUndefined();
      expect((await target.plan(desired)).targets[0]?.waves).toEqual([]);
      const ids = new Map<string, string>(target.cloud.groups().map(({ name, id }) => [name, id]));
      const idsOf = (...names: string[]): string[] => names.map((name) => ids.get(name) ?? "").toSorted();
      const remotes = target.cloud
        .groups()
        .map(({ name, rules }) => [
          name,
          rules.flatMap(({ rule }) => (rule.remote.kind === "group" ? [rule.remote.id] : [])).toSorted(),
        ]);
      expect(Object.fromEntries(remotes)).toEqual({
        a: idsOf("a", "b", "c"),
        b: idsOf("a"),
        c: idsOf("b", "old"),
        old: idsOf("c", "a"),
      });
    }
  });
});

describe("groups to delete", () => {
  const absent = (name: string) => ({ ensure: "absent", name }) as const;

  it("go after everything else, and after those that refer to them", async () => {
    const { cloud, plan } = memoryTarget();
    const web = cloud.seed({ name: "web" });
    cloud.seed({ name: "app", rules: [ruleOf({ direction: "ingress", ipVersion: "IPv4", remoteGroup: web })] });
    const made = await plan([absent("web"), absent("app"), absent("never was"), present("new")]);
    expect(waves(made)).toEqual([["create-group new"], ["delete-group app"], ["delete-group web"]]);
    expect(made.targets[0]?.groups.map(({ action }) => action)).toEqual(["delete", "delete", "stay-absent", "create"]);
  });

  it("go in one wave when they refer to each other in a circle", async () => {
    const target = memoryTarget();
    await target.apply(await target.plan([group("a", "b"), group("b", "a")]));
    const made = await target.plan([absent("a"), absent("b")]);
    expect(waves(made)).toEqual([["delete-group a", "delete-group b"]]);
    expect((await target.apply(made)).targets[0]?.error).toBeUndefined();
    expect(target.cloud.groups()).toEqual([]);
  });

  const group = (name: string, remote: string): PresentGroup => present(name, { rules: [from(remote)] });
});

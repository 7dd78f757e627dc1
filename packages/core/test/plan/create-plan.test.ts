import { describe, expect, it } from "vitest";
import {
  createPlan,
  hasConverged,
  no,
  SecurityGroupError,
  type Adapter,
  type Capabilities,
  type Cidr,
  type DesiredGroup,
  type GroupId,
  type ObservedGroup,
  type Rule,
  type RuleId,
} from "../../src/index.ts";
import { createMemoryCloud, memoryAdapter, memoryCapabilities } from "../../src/memory/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { virtualClock } from "../support/virtual-clock.ts";
import { errorOf, memoryTarget, present } from "../support/memory-target.ts";

const tcp = (port: number): Rule =>
  ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: port, to: port }, remote: "10.0.0.0/8" });
const many = (count: number, first = 1): Rule[] => Array.from({ length: count }, (_, index) => tcp(first + index));
const cidr = (text: string): Rule["remote"] => ({ kind: "cidr", cidr: text as Cidr });
const notInPlace: Partial<Capabilities> = { ruleUpdates: no("rules are replaced") };
const { signal } = new AbortController();

/** An adapter whose reads answer with what the edit makes of each group. */
const reading =
  (edit: (group: ObservedGroup) => ObservedGroup) =>
  (adapter: Adapter): Adapter => ({
    ...adapter,
    listGroups: async (signal) => {
      const listed = await adapter.listGroups(signal);
      return listed.map((entry) => (entry.rules === "listed" ? { rules: "listed", group: edit(entry.group) } : entry));
    },
  });

describe("finding groups", () => {
  it("refuses two of one name and lists their ids", async () => {
    const { cloud, plan } = memoryTarget();
    const ids = [cloud.seed({ name: "web" }), cloud.seed({ name: "web" })];
    const error = await errorOf(plan([present("web")]));
    expect(error).toMatchObject({ code: "ambiguous-group", place: { target: "here", group: "web" } });
    for (const id of ids) expect(error.message).toContain(id);
  });

  it("takes the one with the id, and renames it", async () => {
    const { cloud, plan } = memoryTarget();
    cloud.seed({ name: "web" });
    const id = cloud.seed({ name: "web" });
    const made = await plan([present("web", { id })]);
    expect(made.targets[0]?.groups).toMatchObject([{ action: "keep", id }]);
    expect((await plan([present("site", { id })])).targets[0]?.waves).toMatchObject([[{ fields: { name: "site" } }]]);
  });

  it("matches names to the letter", async () => {
    const { cloud, plan } = memoryTarget();
    cloud.seed({ name: "Web" });
    expect((await plan([present("web")])).targets[0]?.groups).toMatchObject([{ action: "create" }]);
  });

  it("says when an id is nowhere, and is content when it is to be nowhere", async () => {
    const id = "gone" as GroupId;
    expect(await errorOf(memoryTarget().plan([present("web", { id })]))).toMatchObject({
      code: "not-found",
      place: { group: "web" },
    });
    expect((await memoryTarget().plan([{ ensure: "absent", name: "web", id }])).targets[0]?.waves).toEqual([]);
  });

  it("refuses two entries that mean one group", async () => {
    const { cloud, plan } = memoryTarget();
    const id = cloud.seed({ name: "web" });
    expect(await errorOf(plan([present("web"), present("site", { id })]))).toMatchObject({ code: "ambiguous-group" });
  });
});

it("a rule that names a group which is neither there nor planned is an error", async () => {
  const rules = [ruleOf({ direction: "ingress", ipVersion: "IPv4", remoteGroupName: "nobody" })];
  const { cloud, plan } = memoryTarget();
  cloud.seed({ name: "web" });
  for (const name of ["web", "new"]) {
    const error = await errorOf(plan([present(name, { rules })]));
    expect(error).toMatchObject({ code: "not-found", place: { group: name, target: "here" } });
    expect(error.message).toContain('"nobody"');
  }
});

describe("rules that no document lists", () => {
  const seeded = () => {
    const target = memoryTarget();
    target.cloud.seed({ name: "web", rules: [tcp(22), tcp(80)] });
    return target;
  };

  it("are removed by default", async () => {
    expect((await seeded().plan([present("web", { rules: [tcp(22)] })])).targets[0]?.groups).toMatchObject([
      { removed: [{ rule: tcp(80) }] },
    ]);
  });

  it("are kept when the document says so", async () => {
    const [group] =
      (await seeded().plan([present("web", { rules: [tcp(22)], unlistedRules: "keep" })])).targets[0]?.groups ?? [];
    expect(group).toMatchObject({ action: "keep", removed: [], unlistedKept: [{ rule: tcp(80) }] });
  });

  it("are an error that lists them when the document says so", async () => {
    const error = await errorOf(seeded().plan([present("web", { rules: [tcp(22)], unlistedRules: "fail" })]));
    expect(error).toMatchObject({ code: "unlisted-rules", place: { field: "unlistedRules" } });
    expect(error.message).toContain("ingress tcp/80 from 10.0.0.0/8 (IPv4)");
  });

  it.each([
    [9, 5, undefined],
    [10, 3, undefined],
    [10, 4, { removed: 4, of: 10 }],
    [20, 6, undefined],
    [20, 7, { removed: 7, of: 20 }],
  ])("of %i, %i may go with the brake %j", async (total, removed, brake) => {
    const target = memoryTarget();
    target.cloud.seed({ name: "web", rules: many(total) });
    const plan = await target.plan([present("web", { rules: many(total - removed) })]);
    expect(plan.targets[0]?.groups[0]).toMatchObject({ brake });
  });
});

describe("what a cloud cannot express is refused before anything is sent", () => {
  const gaps = {
    title: "Plain Cloud",
    protocols: ["any", "tcp", "icmp"] as const,
    remoteGroups: no("rules take addresses only"),
    localAddress: no("there is no such field"),
    sourceMac: no("there is no such field"),
    tags: no("there is no such field"),
    portMinimum: 1,
    icmpMaximum: 254,
    groupName: { minLength: 3, maxLength: 5, pattern: "^[a-z]+$" },
    groupDescription: { minLength: 0, maxLength: 3 },
    ruleDescription: { minLength: 0, maxLength: 3 },
  };
  const rule = (draft: Partial<Parameters<typeof ruleOf>[0]>): DesiredGroup =>
    present("web", { rules: [ruleOf({ direction: "ingress", ipVersion: "IPv4", ...draft })] });

  it.each<[string, DesiredGroup, string, string, string]>([
    ["a protocol", rule({ protocol: "gre" }), "unsupported", "protocol", "knows no protocol gre"],
    ["a remote group", rule({ remoteGroup: "g" }), "unsupported", "remote", "rules take addresses only"],
    ["a group by name", rule({ remoteGroupName: "web" }), "unsupported", "remote", "rules take addresses only"],
    ["a local address", rule({ local: "10.0.0.1" }), "unsupported", "local", "no such field"],
    ["a MAC address", rule({ sourceMac: "02:00:00:00:00:01" }), "unsupported", "sourceMac", "no such field"],
    ["port 0", rule({ protocol: "tcp", ports: { from: 0, to: 1 } }), "unsupported", "ports", "begin at 1"],
    ["ICMP type 255", rule({ protocol: "icmp", icmp: { type: 255 } }), "unsupported", "icmp", "end at 254"],
    ["ICMP code 255", rule({ protocol: "icmp", icmp: { type: 1, code: 255 } }), "unsupported", "icmp", "end at 254"],
    ["a long rule description", rule({ description: "long" }), "unsupported", "description", "the most is 3"],
    ["tags", present("web", { tags: { a: "1" } }), "unsupported", "tags", "no such field"],
    ["a long description", present("web", { description: "long" }), "unsupported", "description", "the most is 3"],
    ["a short name", present("we"), "invalid-name", "name", "the least is 3"],
    ["a long name", present("websites"), "invalid-name", "name", "the most is 5"],
    ["a name outside the pattern", present("Web"), "invalid-name", "name", "must match ^[a-z]+$"],
  ])("%s", async (_, desired, code, field, part) => {
    const target = memoryTarget(gaps);
    const error = await errorOf(target.plan([desired]));
    expect(error).toMatchObject({ code, place: { field, group: desired.name, target: "here" } });
    expect(error.message).toContain(part);
    expect(error.message).toContain("Plain Cloud");
    expect(target.cloud.accepted).toEqual([]);
  });

  it("but not what is just within the limits", async () => {
    const desired = present("abcde", {
      description: "abc",
      rules: [
        ruleOf({
          direction: "ingress",
          ipVersion: "IPv4",
          protocol: "tcp",
          ports: { from: 1, to: 1 },
          description: "abc",
        }),
      ],
    });
    expect((await memoryTarget(gaps).plan([desired, present("abc")])).targets[0]?.waves).toHaveLength(1);
    const icmp = rule({ protocol: "icmp", icmp: { type: 254, code: 254 } });
    expect((await memoryTarget(gaps).plan([icmp])).targets[0]?.waves).toHaveLength(1);
  });

  it("but not a name and a description that the group has already", async () => {
    const { cloud, plan } = memoryTarget(gaps);
    cloud.seed({ name: "Old name", description: "long text" });
    expect((await plan([present("Old name", { description: "long text" })])).targets[0]?.groups).toMatchObject([
      { action: "keep" },
    ]);
  });

  it("naming everything at once", async () => {
    const error = await errorOf(memoryTarget(gaps).plan([rule({ protocol: "gre", local: "10.0.0.1" }), present("x")]));
    expect(error.related.map(({ code }) => code)).toEqual(["unsupported", "unsupported", "invalid-name"]);
  });
});

describe("limits", () => {
  const limited = (writeGranularity: "rule" | "rule-set") =>
    memoryTarget({ writeGranularity, limits: { rulesPerGroup: 10, groupsPerTarget: 2 } });

  it.each(["rule", "rule-set"] as const)("hold at the end, written by %s", async (granularity) => {
    const { cloud, plan } = limited(granularity);
    cloud.seed({ name: "web", rules: many(9) });
    expect((await plan([present("web", { rules: many(10) })])).targets[0]?.groups).toMatchObject([
      { action: "update" },
    ]);
    expect(await errorOf(plan([present("web", { rules: many(11) })]))).toMatchObject({
      code: "limit-exceeded",
      place: { group: "web" },
    });
    expect((await plan([present("new", { rules: many(10) })])).targets[0]?.groups).toMatchObject([
      { action: "create" },
    ]);
    expect(await errorOf(plan([present("new", { rules: many(11) })]))).toMatchObject({
      code: "limit-exceeded",
      place: { group: "new" },
    });
  });

  it.each<[string, Partial<Capabilities>, present: number, wanted: Rule[]]>([
    ["updates in place", {}, 10, many(10, 100)],
    ["a full group", notInPlace, 10, many(10, 100)],
    ["room for one", notInPlace, 9, many(9, 100)],
    ["some that stay", notInPlace, 10, [...many(4), ...many(6, 100)]],
    ["more to add than to remove", notInPlace, 6, many(10, 100)],
    ["more to remove than to add", notInPlace, 10, many(3, 100)],
    ["a group that is over them already", notInPlace, 14, many(10, 100)],
  ])("hold on the way where rules are written one by one: %s", async (_, capabilities, standing, wanted) => {
    const { cloud, plan, apply } = memoryTarget({ limits: { rulesPerGroup: 10 }, ...capabilities });
    cloud.seed({ name: "web", rules: many(standing) });
    const made = await plan([present("web", { rules: wanted })]);
    const { waves, unproved } = made.targets[0] ?? { waves: [], unproved: [] };
    expect(unproved).toEqual([]);
    let rules = standing;
    for (const wave of waves) {
      const created = wave.filter(({ kind }) => kind === "create-rule").length;
      // The worst order: everything that comes is there before anything goes.
      if (created > 0) expect(rules + created).toBeLessThanOrEqual(10);
      rules += created - wave.filter(({ kind }) => kind === "delete-rule").length;
    }
    expect(rules).toBe(wanted.length);
    expect(hasConverged(await apply(made, { force: true }))).toBe(true);
    expect(cloud.groups()[0]?.rules).toHaveLength(wanted.length);
  });

  it.each(["rule", "rule-set"] as const)(
    "are no error where they are too tight to keep what stays, written by %s: the plan names the step",
    async (writeGranularity) => {
      const { cloud, plan } = memoryTarget({ writeGranularity, limits: { rulesPerGroup: 2 } });
      cloud.seed({ name: "web", rules: [tcp(22), tcp(80)] });
      const narrow = [22, 80].map((port): Rule => ({ ...tcp(port), remote: cidr("10.1.0.0/16") }));
      const [target] = (await plan([present("web", { rules: narrow })])).targets;
      expect(target?.unproved[0]).toMatchObject({ reason: "interrupts", group: "web", wave: 0, step: 0 });
      expect(target?.groups).toMatchObject([{ action: "update", added: narrow }]);
    },
  );

  it("of groups hold", async () => {
    const { cloud, plan } = limited("rule");
    cloud.seed({ name: "a" });
    expect((await plan([present("b")])).targets[0]?.groups).toMatchObject([{ action: "create" }]);
    expect(await errorOf(plan([present("b"), present("c")]))).toMatchObject({
      code: "limit-exceeded",
      place: { target: "here" },
    });
  });

  it("are asked for when something is to be added, and only then", async () => {
    let asked = 0;
    const raised = memoryTarget({ limits: { rulesPerGroup: 10 } }, (adapter) => ({
      ...adapter,
      readLimits: async () => {
        asked++;
        return { rulesPerGroup: 20 };
      },
    }));
    raised.cloud.seed({ name: "app", rules: many(2) });
    const fewer = present("app", { rules: many(1), description: "x" });
    expect((await raised.plan([fewer])).targets[0]?.waves).toMatchObject([
      [{ kind: "update-group" }, { kind: "delete-rule" }],
    ]);
    expect(asked).toBe(0);
    expect((await raised.plan([present("web", { rules: many(20) })])).targets[0]?.waves).toHaveLength(1);
    expect(asked).toBe(1);
    expect((await raised.plan([present("app", { rules: many(20) })])).targets[0]?.waves).toHaveLength(1);
    expect(asked).toBe(2);
    expect(await errorOf(raised.plan([present("web", { rules: many(21) })]))).toMatchObject({ code: "limit-exceeded" });
  });

  it("that are lower than the documented ones hold all the same", async () => {
    const lowered = memoryTarget({ limits: { rulesPerGroup: 10 }, ...notInPlace }, (adapter) => ({
      ...adapter,
      readLimits: async () => ({ rulesPerGroup: 5 }),
    }));
    expect(await errorOf(lowered.plan([present("web", { rules: many(6) })]))).toMatchObject({ code: "limit-exceeded" });
    lowered.cloud.seed({ name: "full", rules: many(5) });
    const [target] = (await lowered.plan([present("full", { rules: many(5, 2) })])).targets;
    expect(target?.waves).toMatchObject([[{ kind: "delete-rule" }], [{ kind: "create-rule" }]]);
  });

  it("of groups are asked for as well, and do not matter to who creates none", async () => {
    const raised = memoryTarget({ limits: { rulesPerGroup: 10, groupsPerTarget: 1 } }, (adapter) => ({
      ...adapter,
      readLimits: async () => ({ rulesPerGroup: 10, groupsPerTarget: 2 }),
    }));
    raised.cloud.seed({ name: "a" });
    expect((await raised.plan([present("b")])).targets[0]?.groups).toMatchObject([{ action: "create" }]);
    raised.cloud.seed({ name: "b" });
    raised.cloud.seed({ name: "c" });
    expect((await raised.plan([present("a", { description: "x" })])).targets[0]?.groups).toMatchObject([
      { action: "update" },
    ]);
    expect(await errorOf(raised.plan([present("d")]))).toMatchObject({ code: "limit-exceeded" });
  });

  it("do not keep a group that is over them from shrinking", async () => {
    const { cloud, plan } = limited("rule");
    cloud.seed({ name: "web", rules: many(14) });
    expect((await plan([present("web", { rules: many(12) })])).targets[0]?.groups).toMatchObject([
      { action: "update" },
    ]);
  });
});

describe("groups that are not the user's to state", () => {
  it("with rules of the provider's are refused unless unlisted rules are kept", async () => {
    const owned = memoryTarget(
      {},
      reading((group) => ({ ...group, rules: group.rules.map((rule) => ({ ...rule, providerOwned: true })) })),
    );
    owned.cloud.seed({ name: "cluster", rules: [tcp(22)] });
    expect(await errorOf(owned.plan([present("cluster")]))).toMatchObject({
      code: "provider-owned",
      place: { group: "cluster" },
    });
    expect(await errorOf(owned.plan([{ ensure: "absent", name: "cluster" }]))).toMatchObject({
      code: "provider-owned",
    });
    expect(
      (await owned.plan([present("cluster", { rules: [tcp(80)], unlistedRules: "keep" })])).targets[0]?.groups,
    ).toMatchObject([{ added: [tcp(80)], removed: [] }]);
  });

  it("with rules that cannot be understood are refused, and others are not", async () => {
    const strange = memoryTarget(
      {},
      reading((group) =>
        group.name === "web" ? { ...group, unreadable: [{ id: "r" as RuleId, reason: "protocol 253" }] } : group,
      ),
    );
    strange.cloud.seed({ name: "web" });
    strange.cloud.seed({ name: "app" });
    expect(await errorOf(strange.plan([present("web"), present("app")]))).toMatchObject({
      code: "unreadable-rule",
      place: { group: "web" },
    });
    expect((await strange.plan([present("app")])).targets[0]?.groups).toMatchObject([{ action: "keep" }]);
  });

  it("read-only tags stay, and are an error when the document wants another value", async () => {
    const { cloud, plan } = memoryTarget();
    cloud.seed({ name: "web", tags: { team: "a" }, readOnlyTags: { system: "yes" } });
    expect((await plan([present("web", { tags: { team: "a" } })])).targets[0]?.groups).toMatchObject([
      { action: "keep" },
    ]);
    expect((await plan([present("web", { tags: { team: "a", system: "yes" } })])).targets[0]?.groups).toMatchObject([
      { action: "keep" },
    ]);
    expect(await errorOf(plan([present("web", { tags: { system: "no" } })]))).toMatchObject({
      code: "unsupported",
      place: { field: "tags" },
    });
  });
});

describe("deleting a group", () => {
  it("is refused while it is attached, saying to what", async () => {
    const { cloud, plan } = memoryTarget();
    cloud.attach(cloud.seed({ name: "web" }), { kind: "server", id: "s-1", name: "front" });
    const error = await errorOf(plan([{ ensure: "absent", name: "web" }]));
    expect(error).toMatchObject({ code: "group-in-use", place: { group: "web", target: "here" } });
    expect(error.message).toContain("server front (s-1)");
  });

  it("is refused while a group that stays refers to it, saying which", async () => {
    const { cloud, plan } = memoryTarget();
    const web = cloud.seed({ name: "web" });
    const rules = [ruleOf({ direction: "ingress", ipVersion: "IPv4", remoteGroup: web })];
    cloud.seed({ name: "app", rules });
    expect(await errorOf(plan([{ ensure: "absent", name: "web" }]))).toMatchObject({
      code: "group-in-use",
      message: expect.stringContaining("group app"),
    });
    expect(await errorOf(plan([{ ensure: "absent", name: "web" }, present("app", { rules })]))).toMatchObject({
      code: "group-in-use",
    });
    expect((await plan([{ ensure: "absent", name: "web" }, present("app")])).targets[0]?.waves).toHaveLength(2);
    expect(
      (
        await plan([
          { ensure: "absent", name: "web" },
          { ensure: "absent", name: "app" },
        ])
      ).targets[0]?.waves,
    ).toHaveLength(2);
  });

  it("is not kept up by a rule that refers to the group itself", async () => {
    const target = memoryTarget();
    await target.apply(
      await target.plan([
        present("web", { rules: [ruleOf({ direction: "ingress", ipVersion: "IPv4", remoteGroupName: "web" })] }),
      ]),
    );
    expect((await target.plan([{ ensure: "absent", name: "web" }])).targets[0]?.waves).toHaveLength(1);
  });
});

describe("reading", () => {
  it("reads each wanted group alone where lists are without rules", async () => {
    const cloud = createMemoryCloud(memoryCapabilities);
    for (const name of ["a", "b", "c"]) cloud.seed({ name, rules: [tcp(22)] });
    const read: string[] = [];
    const whole = memoryAdapter(cloud);
    const adapter: Adapter = {
      ...whole,
      listGroups: async (signal) =>
        (await whole.listGroups(signal)).map(({ group }) => ({ rules: "not-listed", group })),
      readGroup: (id, signal) => {
        read.push(id);
        return whole.readGroup(id, signal);
      },
    };
    const groups = [{ key: "b", desired: present("b", { rules: [tcp(22)] }) }];
    const { plan } = await createPlan([{ name: "here", location: {}, adapter, groups }], {
      clock: virtualClock(),
      signal,
    });
    expect(plan.targets[0]?.groups).toMatchObject([{ action: "keep" }]);
    expect(read).toEqual(["group-3"]);
  });

  it("reads again after a failure that passes", async () => {
    let failures = 2;
    const target = memoryTarget({}, (adapter) => ({
      ...adapter,
      listGroups: async (signal) => {
        if (failures-- > 0) throw new SecurityGroupError("rate-limited", "slow down", { retryable: true });
        return adapter.listGroups(signal);
      },
    }));
    target.cloud.seed({ name: "web" });
    expect((await target.plan([present("web")])).targets[0]?.groups).toMatchObject([{ action: "keep" }]);
  });

  it("never takes a failed read for an empty set", async () => {
    const failing = (code: "unauthorized" | "forbidden" | "not-found" | "unavailable" | "unexpected-response") =>
      memoryTarget({}, (adapter) => ({
        ...adapter,
        listGroups: async () => {
          throw new SecurityGroupError(code, "no");
        },
      }));
    for (const code of ["unauthorized", "forbidden", "not-found", "unavailable", "unexpected-response"] as const) {
      expect(await errorOf(failing(code).plan([present("web")]))).toMatchObject({ code, place: { target: "here" } });
    }
  });
});

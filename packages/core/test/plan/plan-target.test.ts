import { describe, expect, it } from "vitest";
import {
  orderSafely,
  SecurityGroupError,
  type Adapter,
  type DesiredGroup,
  type Guardrail,
  type Limits,
  type ListedGroup,
  type TargetPlan,
} from "../../src/index.ts";
import { createAccount } from "../../src/account/account.ts";
import { createMemoryCloud, memoryAdapter, memoryCapabilities, type MemoryCloud } from "../../src/memory/index.ts";
import { planTarget, type PlanOptions } from "../../src/plan/plan-target.ts";
import type { ObservedTarget } from "../../src/plan/read-target.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { tcp } from "../support/describe-waves.ts";
import { errorOf, present } from "../support/memory-target.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const { signal } = new AbortController();
const always = (port: number): Guardrail => ({ kind: "always", rules: [tcp(port)], except: [] });
const never = (port: number): Guardrail => ({ kind: "never", rules: [tcp(port)], except: [] });
const absent = (name: string): DesiredGroup => ({ ensure: "absent", name });

interface Given {
  readonly cloud?: MemoryCloud;
  readonly groups: readonly DesiredGroup[];
  readonly guardrails?: readonly Guardrail[];
  readonly limits?: Limits;
  readonly options?: PlanOptions;
  readonly observed?: ObservedTarget;
  readonly wrap?: (adapter: Adapter) => Adapter;
}

async function plan(given: Given): Promise<TargetPlan> {
  const { cloud = createMemoryCloud(memoryCapabilities), groups, guardrails, limits = { rulesPerGroup: 9 } } = given;
  const own = memoryAdapter(cloud, createAccount({ clock: virtualClock() }));
  const adapter = given.wrap?.(own) ?? own;
  const requests = groups.map((desired) => ({ key: `${desired.name}-key`, desired }));
  const target = { name: "here", location: {}, adapter, groups: requests, guardrails };
  const observed = given.observed ?? (await adapter.listGroups(signal));
  return planTarget(target, observed, limits, given.options ?? {}, signal);
}

function seeded(): MemoryCloud {
  const cloud = createMemoryCloud(memoryCapabilities);
  cloud.seed({ name: "web", rules: [tcp(1)] });
  return cloud;
}

describe("what is wrong is told with the target", () => {
  it.each<[string, Given, object]>([
    [
      "what a document asks for",
      {
        groups: [
          present("web", { rules: [ruleOf({ direction: "ingress", remoteGroupName: "no", ipVersion: "IPv4" })] }),
        ],
      },
      {
        code: "not-found",
        place: { target: "here", group: "web-key" },
        hint: expect.stringContaining("Add the group"),
      },
    ],
    [
      "a guardrail",
      { groups: [present("web", { rules: [tcp(1)] })], guardrails: [never(1)] },
      { code: "guardrail-broken", place: { target: "here", group: "web-key" } },
    ],
    [
      "too many groups",
      { groups: [present("a"), present("b")], limits: { rulesPerGroup: 9, groupsPerTarget: 1 } },
      {
        code: "limit-exceeded",
        message: "the target would hold 2 groups, the most is 1",
        place: { target: "here" },
        hint: expect.stringContaining("Delete groups"),
      },
    ],
    [
      "a group of which the rules were not read",
      {
        groups: [present("web")],
        observed: seeded()
          .groups()
          .map((group) => ({ rules: "not-listed", group })),
      },
      {
        code: "unexpected-response",
        message: "the rules of the group web (group-1) were not read",
        place: { target: "here", group: "web-key" },
      },
    ],
  ])("%s", async (_, given, wanted) => {
    expect(await errorOf(plan(given))).toMatchObject(wanted);
  });
});

describe("a rule may name a group", () => {
  const from = (name: string) => ruleOf({ direction: "ingress", ipVersion: "IPv4", remoteGroupName: name });

  it.each<[string, readonly DesiredGroup[]]>([
    ["that is there", [present("web"), present("app", { rules: [from("web")] })]],
    ["that is planned", [present("new"), present("app", { rules: [from("new")] })]],
    ["that is itself", [present("app", { rules: [from("app")] })]],
  ])("%s", async (_, groups) => {
    expect((await plan({ cloud: seeded(), groups })).groups).toHaveLength(groups.length);
  });

  it.each<[string, readonly DesiredGroup[]]>([
    ["that is away and to be away", [absent("gone"), present("app", { rules: [from("gone")] })]],
    ["that a group is called which the document does not name", [present("app", { rules: [from("web")] })]],
  ])("but not one %s", async (_, groups) => {
    expect(await errorOf(plan({ cloud: seeded(), groups }))).toMatchObject({
      code: "not-found",
      place: { group: "app-key" },
    });
  });
});

describe("guardrails hold", () => {
  it.each<[string, Given, isBroken: boolean]>([
    ["for a new group", { groups: [present("new", { rules: [tcp(1)] })], guardrails: [never(1)] }, true],
    [
      "for a new group that keeps them",
      { groups: [present("new", { rules: [tcp(1)] })], guardrails: [never(2)] },
      false,
    ],
    [
      "for what a new group must allow",
      { groups: [present("new", { rules: [tcp(1)] })], guardrails: [always(2)] },
      true,
    ],
    ["for what a new group allows", { groups: [present("new", { rules: [tcp(1)] })], guardrails: [always(1)] }, false],
    [
      "not for a group that goes",
      { cloud: seeded(), groups: [absent("web")], guardrails: [never(1), always(2)] },
      false,
    ],
    ["not for a group that stays away", { groups: [absent("web")], guardrails: [never(1), always(2)] }, false],
  ])("%s", async (_, given, isBroken) => {
    const planning = plan(given);
    if (isBroken) expect(await errorOf(planning)).toMatchObject({ code: "guardrail-broken" });
    else expect((await planning).guardrails).toEqual(given.guardrails);
  });

  it("and a plan without any says nothing of them", async () => {
    expect(await plan({ groups: [], guardrails: [] })).not.toHaveProperty("guardrails");
    expect(await plan({ groups: [] })).not.toHaveProperty("guardrails");
  });
});

describe("a defect and an abort end the planning as they are,", () => {
  const failing = (failure: Error): Given => ({
    cloud: seeded(),
    groups: [absent("web"), present("x", { tags: { a: "1" } })],
    wrap: (adapter) => ({ ...adapter, readAttachments: () => Promise.reject(failure) }),
  });

  it("such as a defect", async () => {
    const defect = new TypeError("defect");
    await expect(plan(failing(defect))).rejects.toBe(defect);
  });

  it("such as an abort", async () => {
    const aborted = new SecurityGroupError("aborted", "stopped");
    await expect(plan(failing(aborted))).rejects.toBe(aborted);
  });
});

it("what keeps a group from being deleted is read again after a failure that passes", async () => {
  let failures = 2;
  const made = await plan({
    cloud: seeded(),
    groups: [absent("web")],
    wrap: (adapter) => ({
      ...adapter,
      readAttachments: (id, from) =>
        failures-- > 0
          ? Promise.reject(new SecurityGroupError("unavailable", "try later", { retryable: true }))
          : adapter.readAttachments(id, from),
    }),
  });
  expect(made.groups).toMatchObject([{ action: "delete" }]);
  expect(failures).toBe(-1);
});

it("a group goes, whatever the rules of others may be that nobody has read", async () => {
  const cloud = seeded();
  cloud.seed({ name: "other" });
  const observed = cloud.groups().map((group): ListedGroup => {
    const { id, name, description, tags, readOnlyTags } = group;
    const fields = { id, name, description, tags, readOnlyTags };
    return name === "web" ? { rules: "listed", group } : { rules: "not-listed", group: fields };
  });
  expect((await plan({ cloud, groups: [absent("web")], observed })).groups).toMatchObject([{ action: "delete" }]);
});

it("a label is left by default where the rule would have to go for it", async () => {
  const cloud = createMemoryCloud({ ...memoryCapabilities, ruleUpdates: { supported: false, reason: "no" } });
  cloud.seed({ name: "web", rules: [tcp(1)] });
  const groups = [present("web", { rules: [{ ...tcp(1), description: "ssh" }] })];
  expect((await plan({ cloud, groups })).waves).toEqual([]);
  expect((await plan({ cloud, groups, options: { relabel: true } })).waves).not.toEqual([]);
});

it("an ordering strategy is given all changes once, and what it makes is proved", async () => {
  const given: number[] = [];
  const made = await plan({
    cloud: seeded(),
    groups: [present("web", { rules: [tcp(1, "10.1.0.0/16")] }), present("new")],
    options: {
      orderSteps: (changes, context) => {
        given.push(changes.length);
        return orderSafely(changes, context).toReversed();
      },
    },
  });
  expect(given).toEqual([2]);
  expect(made.unproved).toMatchObject([{ reason: "interrupts", group: "web", wave: 0 }]);
});

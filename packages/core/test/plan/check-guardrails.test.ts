import { describe, expect, it } from "vitest";
import {
  createPlan,
  type ErrorPlace,
  type Guardrail,
  type OrderSteps,
  type PresentGroup,
  type Rule,
  type SecurityGroupError,
  type Wave,
} from "../../src/index.ts";
import { memoryAdapter } from "../../src/memory/index.ts";
import { checkGuardrails, type GuardedGroup } from "../../src/plan/guardrail/check-guardrails.ts";
import { rulesAfter, rulesBefore } from "../../src/plan/group-traffic.ts";
import { orderSafely } from "../../src/plan/order/order-safely.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { creationOf, updateOf } from "../support/changes.ts";
import { narrow, tcp } from "../support/describe-waves.ts";
import { errorOf, memoryTarget, present } from "../support/memory-target.ts";
import { virtualClock } from "../support/virtual-clock.ts";
import { memoryCapabilities } from "../../src/memory/index.ts";

const context = { capabilities: memoryCapabilities, limits: memoryCapabilities.limits };
const office = tcp(22, "203.0.113.0/24");
const world = ruleOf({ direction: "ingress", ipVersion: "IPv4", protocol: "tcp", ports: { from: 22, to: 22 } });
const halves = ["0.0.0.0/1", "128.0.0.0/1"].map((half) => tcp(22, half));
const members = ruleOf({ direction: "ingress", ipVersion: "IPv4", protocol: "tcp", remoteGroup: "g-1" });
const everything = ruleOf({ direction: "ingress", ipVersion: "IPv4" });

const always = (...rules: Rule[]): Guardrail => ({ kind: "always", rules, except: [] });
const never = (rules: readonly Rule[], except: readonly Rule[] = []): Guardrail => ({ kind: "never", rules, except });

/** The messages about one group that goes from the one to the other rules. */
function check(
  guardrail: Guardrail,
  before: readonly Rule[],
  after: readonly Rule[],
  waves?: readonly Wave[],
): readonly string[] {
  const changes = updateOf("web", before, after);
  const group: GuardedGroup = { key: "web", before: rulesBefore(changes), after: rulesAfter(changes), changes };
  return messages([guardrail], [group], waves ?? orderSafely([changes], context));
}

function messages(
  guardrails: readonly Guardrail[],
  groups: readonly GuardedGroup[],
  waves: readonly Wave[],
): readonly string[] {
  return checkGuardrails(guardrails, groups, waves).map(({ message, place }) => {
    const [before, problem = ""] = message.split(` is broken in the group ${place.group}: `);
    expect(before).toMatch(/^a guardrail \((always|never)\)$/);
    return problem;
  });
}

/** A group to which nothing is done. */
const standing = (key: string, ...rules: Rule[]): GuardedGroup => ({ key, before: rules, after: rules });

describe("a guardrail that is kept", () => {
  it.each<[string, Guardrail, before: readonly Rule[], after: readonly Rule[]]>([
    ["always: the rule stays", always(office), [office], [office, tcp(80)]],
    ["always: another rule takes over", always(office), [world], [office]],
    ["always: two halves are the world", always(world), [world], halves],
    ["always: the group does not hold to it yet, but will", always(office), [], [office]],
    ["always: part of it stands, the rest comes", always(world), [halves[0] ?? office], [world]],
    ["never: nothing like it comes", never([world]), [tcp(80)], [tcp(443)]],
    ["never: what stood goes", never([world]), [world], []],
    ["never: what is excepted stands", never([world], [office]), [], [office]],
    ["never: part of what is excepted", never([world], [office]), [], [tcp(22, "203.0.113.7")]],
    ["never: ingress, and egress comes", never([world]), [], [{ ...world, direction: "egress" }]],
    ["never: IPv4, and IPv6 comes", never([world]), [], [{ ...world, ipVersion: "IPv6" }]],
    ["never: one port, and others come", never([world]), [], [tcp(21), tcp(23)]],
  ])("%s", (_, guardrail, before, after) => {
    expect(check(guardrail, before, after)).toEqual([]);
  });
});

describe("a guardrail that is broken names packet, rule and step", () => {
  it.each<[string, Guardrail, before: readonly Rule[], after: readonly Rule[], message: string]>([
    [
      "always, at the end",
      always(office),
      [office, tcp(80)],
      [tcp(80)],
      "tcp/22 from 203.0.113.7 would be refused once step 1 of wave 1 removes ingress tcp/22 from 203.0.113.0/24 (IPv4)",
    ],
    [
      "always, in part",
      always(office),
      [office],
      [tcp(22, "203.0.113.0/25")],
      "tcp/22 from 203.0.113.128 would be refused once step 1 of wave 2 removes ingress tcp/22 from 203.0.113.0/24 (IPv4)",
    ],
    [
      "always, neither before nor after",
      always(office),
      [tcp(80)],
      [tcp(80)],
      "tcp/22 from 203.0.113.7 would be refused: no rule allows it",
    ],
    [
      "never, by a new rule",
      never([world]),
      [tcp(80)],
      [tcp(80), tcp(81), tcp(22)],
      "tcp/22 from 10.0.0.7 would be allowed by ingress tcp/22 from 10.0.0.0/8 (IPv4), which step 2 of wave 1 adds",
    ],
    [
      "never, by an update in place",
      never([world]),
      [tcp(80)],
      [tcp(22)],
      "tcp/22 from 10.0.0.7 would be allowed by ingress tcp/22 from 10.0.0.0/8 (IPv4), which step 1 of wave 1 adds",
    ],
    [
      "never, by a rule that stands",
      never([world]),
      [tcp(22)],
      [tcp(22)],
      "tcp/22 from 10.0.0.7 would be allowed by ingress tcp/22 from 10.0.0.0/8 (IPv4), which stands already",
    ],
    [
      "never, by half of the world",
      never([world], [office]),
      [],
      halves.slice(0, 1),
      "tcp/22 from 10.0.0.7 would be allowed by ingress tcp/22 from 0.0.0.0/1 (IPv4), which step 1 of wave 1 adds",
    ],
    [
      "never, outside of what is excepted",
      never([world], [office]),
      [],
      [tcp(22, "203.0.112.0/23")],
      "tcp/22 from 203.0.112.0 would be allowed by ingress tcp/22 from 203.0.112.0/23 (IPv4), which step 1 of wave 1 adds",
    ],
    [
      "never, by a rule for everything",
      never([world]),
      [],
      [everything],
      "tcp/22 from 198.51.100.7 would be allowed by ingress any from any (IPv4), which step 1 of wave 1 adds",
    ],
    [
      "never, by the members of a group, whose addresses nobody knows",
      never([world], [office]),
      [],
      [members],
      "tcp/22 from 198.51.100.7, a member of g-1 would be allowed by ingress tcp from group:g-1 (IPv4), which step 1 of wave 1 adds",
    ],
  ])("%s", (_, guardrail, before, after, message) => {
    expect(check(guardrail, before, after)).toEqual([message]);
  });
});

it("never names the step that adds the rule, be it in a later wave or by a set", () => {
  const changes = updateOf("web", [tcp(80)], [tcp(80), tcp(81), tcp(22)]);
  const byRule = orderSafely([changes], context).flatMap((wave) => wave.map((step): Wave => [step]));
  const bySet = orderSafely([changes], {
    ...context,
    capabilities: { ...memoryCapabilities, writeGranularity: "rule-set" },
  });
  const found = (waves: readonly Wave[]) => check(never([world]), [tcp(80)], [tcp(80), tcp(81), tcp(22)], waves);
  expect(found(byRule)).toEqual([expect.stringMatching(/, which step 1 of wave 2 adds$/)]);
  expect(found(bySet)).toEqual([expect.stringMatching(/, which step 1 of wave 1 adds$/)]);
});

describe("in between", () => {
  it("always is broken by a step that removes what comes again later", () => {
    const before = [tcp(22), tcp(80)];
    const changes = updateOf("web", before, [narrow(22), tcp(80)]);
    const [created, removed] = orderSafely([changes], context);
    const found = check(always(narrow(22)), before, [narrow(22), tcp(80)], [removed ?? [], created ?? []]);
    expect(found).toEqual([
      "tcp/22 from 10.1.0.0 would be refused once step 1 of wave 1 removes ingress tcp/22 from 10.0.0.0/8 (IPv4)",
    ]);
    expect(check(always(narrow(22)), before, [narrow(22), tcp(80)])).toEqual([]);
  });

  it("always is broken by an update of the only rule that holds it, even to one that does too", () => {
    const changes = updateOf("web", [tcp(22)], [narrow(22)]);
    const [[create] = []] = orderSafely([changes], context);
    if (create?.kind !== "create-rule" || changes.kind !== "update") throw new Error("no such plan");
    const [{ id, rule } = {}] = changes.observed.rules;
    if (id === undefined || rule === undefined) throw new Error("no rule");
    const waves: Wave[] = [[{ kind: "update-rule", group: create.group, ruleId: id, from: rule, to: narrow(22) }]];
    expect(check(always(narrow(22)), [tcp(22)], [narrow(22)], waves)).toEqual([
      "tcp/22 from 10.1.0.0 would be refused once step 1 of wave 1 removes ingress tcp/22 from 10.0.0.0/8 (IPv4)",
    ]);
  });
});

describe("the groups of a guardrail", () => {
  const groups = [standing("web", tcp(22)), standing("app", tcp(22)), standing("database")];

  it("are all of the document when it names none", () => {
    expect(messages([never([world])], groups, [])).toHaveLength(2);
    expect(messages([always(tcp(22))], groups, [])).toHaveLength(1);
  });

  it("are those that it names, by their keys", () => {
    expect(messages([{ ...never([world]), groups: ["app", "database"] }], groups, [])).toHaveLength(1);
    expect(messages([{ ...always(tcp(22)), groups: ["web", "app"] }], groups, [])).toEqual([]);
    expect(messages([{ ...never([world]), groups: [] }], groups, [])).toEqual([]);
  });

  it("are held to it when they are new as well", () => {
    const changes = creationOf("new", [tcp(80), tcp(22)]);
    const group: GuardedGroup = { key: "new", before: [], after: rulesAfter(changes), changes };
    const waves = orderSafely([changes], context);
    expect(messages([never([world])], [group], waves)).toEqual([
      "tcp/22 from 10.0.0.7 would be allowed by ingress tcp/22 from 10.0.0.0/8 (IPv4), which step 1 of wave 1 adds",
    ]);
    expect(messages([always(tcp(22), tcp(80))], [group], waves)).toEqual([]);
    expect(messages([always(office)], [group], waves)).toEqual([
      "tcp/22 from 203.0.113.7 would be refused: no rule allows it",
    ]);
  });
});

describe("the error", () => {
  it("has a code, the guardrail's place, the group and the rule", () => {
    const place: ErrorPlace = { file: "secgroup.yaml", line: 12, path: "guardrails[0]" };
    const [error] = checkGuardrails([{ ...never([world]), place }], [standing("web", tcp(22))], []);
    expect(error).toMatchObject({
      code: "guardrail-broken",
      place: { ...place, group: "web", rule: "ingress tcp/22 from 10.0.0.0/8 (IPv4)" },
      hint: expect.stringContaining("guardrail"),
    });
    expect(error?.message).toContain("a guardrail (never) is broken in the group web");
  });

  it("names no rule where none allows what must be", () => {
    const [error] = checkGuardrails([always(office)], [standing("web")], []);
    expect(error?.place.rule).toBeUndefined();
    expect(error?.message).toContain("a guardrail (always) is broken in the group web");
  });
});

describe("a plan", () => {
  const { signal } = new AbortController();
  const planWith = async (
    guardrails: readonly Guardrail[],
    groups: readonly PresentGroup[],
    orderSteps?: OrderSteps,
  ): Promise<SecurityGroupError | undefined> => {
    const target = memoryTarget();
    target.cloud.seed({ name: "web", rules: [tcp(22), tcp(80)] });
    const requests = groups.map((desired) => ({ key: `${desired.name}-key`, desired }));
    const planning = createPlan(
      [{ name: "here", location: {}, adapter: memoryAdapter(target.cloud), groups: requests, guardrails }],
      { clock: virtualClock(), signal, orderSteps },
    );
    let error: SecurityGroupError | undefined;
    if (
      await planning.then(
        () => false,
        () => true,
      )
    )
      error = await errorOf(planning);
    expect(target.cloud.accepted).toEqual([]);
    return error;
  };

  it("is made when every guardrail holds", async () => {
    expect(await planWith([always(tcp(22)), never([office])], [present("web", { rules: [tcp(22)] })])).toBeUndefined();
  });

  it("is refused with the target, the group and one error for each guardrail that is broken", async () => {
    const error = await planWith([always(tcp(22)), never([tcp(443)])], [present("web", { rules: [tcp(443)] })]);
    expect(error?.related.map(({ code, place }) => [code, place.target, place.group])).toEqual([
      ["guardrail-broken", "here", "web-key"],
      ["guardrail-broken", "here", "web-key"],
    ]);
  });

  it("is refused where a group stays as it is and is not as it must be", async () => {
    expect(await planWith([never([world])], [present("web", { rules: [tcp(22), tcp(80)] })])).toMatchObject({
      code: "guardrail-broken",
      place: { target: "here", group: "web-key" },
    });
  });

  it("counts unlisted rules that stay", async () => {
    const kept = present("web", { rules: [tcp(443)], unlistedRules: "keep" });
    expect(await planWith([always(tcp(22))], [kept])).toBeUndefined();
    expect(await planWith([never([world])], [kept])).toMatchObject({ code: "guardrail-broken" });
  });

  it("is refused for a step in between, where the order breaks an always", async () => {
    const deletesFirst: OrderSteps = (changes, given) => orderSafely(changes, given).toReversed();
    const desired = [present("web", { rules: [narrow(22), tcp(80)] })];
    expect(await planWith([always(narrow(22))], desired)).toBeUndefined();
    expect(await planWith([always(narrow(22))], desired, deletesFirst)).toMatchObject({
      code: "guardrail-broken",
      message: expect.stringContaining("once step 1 of wave 1 removes ingress tcp/22 from 10.0.0.0/8"),
    });
  });
});

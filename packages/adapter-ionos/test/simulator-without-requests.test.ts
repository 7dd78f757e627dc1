import {
  createAccount,
  type Adapter,
  type GroupId,
  type Operation,
  type ResolvedStep,
  type RuleId,
} from "@secgroup/core";
import { createSimulator, type EnforcedGroup, type IonosQuirks, type Simulator } from "@secgroup/simulator";
import { describe, expect, test } from "vitest";
import { ionos } from "../src/index.ts";
import { ruleOf } from "./support/arbitrary-rule.ts";
import { signal } from "./support/fake-cloud.ts";

type Groups = readonly EnforcedGroup[];

interface Setup {
  readonly simulator: Simulator;
  /** Sends the step; what it brought can be asked of the groups in force. */
  readonly submit: (step: ResolvedStep) => Promise<Operation>;
  /** Looks until all have ended, and sees that nothing is told as done that is not in force. */
  readonly follow: (wave: readonly Written[]) => Promise<readonly string[]>;
  readonly steps: readonly Step[];
}

interface Step {
  readonly step: ResolvedStep;
  readonly isInForce: (groups: Groups, operation: Operation) => boolean;
}

interface Written extends Step {
  readonly operation: Operation;
}

/** A cloud that names no request, and in which time passes while requests are on their way. */
function setUp(quirks: Partial<IonosQuirks>): Setup {
  let now = Date.UTC(2026, 0, 1);
  const simulator = createSimulator({ now: () => now, ionos: { quirks: { locationHeader: "never", ...quirks } } });
  const datacenter = simulator.ionos.addDatacenter({ name: "production" });
  const fetch = async (request: Request): Promise<Response> => {
    now += 35;
    const answer = await simulator.fetch(request);
    now += 35;
    return answer;
  };
  const clock = { now: () => now, sleep: () => Promise.resolve() };
  const account = { ...createAccount(), clock, send: (request: Request, send: typeof fetch) => send(request) };
  const adapter: Adapter = ionos({ token: "simulator-token", datacenter, fetch, account });
  const groups = (): Groups => simulator.ionos.groups(datacenter);
  return {
    simulator,
    submit: (step) => adapter.submit(step, signal),
    async follow(wave) {
      const ended = new Map<Written, string>();
      for (let look = 0; look < 60; look++) {
        const open = wave.filter((written) => !ended.has(written));
        if (open.length === 0) return wave.map((written) => ended.get(written) ?? "");
        const states = await adapter.readOperations(
          open.map(({ operation }) => operation),
          signal,
        );
        for (const [index, written] of open.entries()) {
          const { status } = states[index] ?? { status: "running" };
          if (status === "succeeded" && !written.isInForce(groups(), written.operation))
            expect.unreachable(`${written.step.kind} is told as done and is not in force`);
          if (status !== "queued" && status !== "running") ended.set(written, status);
        }
        now += look < 15 ? 400 : 6_000;
      }
      return expect.unreachable("something never ended");
    },
    steps: stepsIn(simulator, datacenter),
  };
}

const tcp = (port: number): ReturnType<typeof ruleOf> =>
  ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: port, to: port } });

/** One step of each kind, none of which changes what another one is about. */
function stepsIn({ ionos: cloud }: Simulator, datacenter: string): readonly Step[] {
  const wire = (port: number) => ({
    protocol: "TCP" as const,
    type: "INGRESS" as const,
    ipVersion: "IPv4" as const,
    portRangeStart: port,
    portRangeEnd: port,
  });
  const id = cloud.addGroup(datacenter, { name: "web", rules: [wire(1), wire(2)] });
  const old = cloud.addGroup(datacenter, { name: "old", rules: [wire(1)] });
  const [first, second] = cloud.groups(datacenter).flatMap(({ rules }) => rules.map((rule) => rule.id as RuleId));
  if (!first || !second) return expect.unreachable("no rules");
  const group = { id: id as GroupId, name: "web" };
  const rulesOf = (groups: Groups) => groups.find((each) => each.id === id)?.rules ?? [];
  return [
    {
      step: { kind: "create-group", name: "new", rules: [tcp(4)] },
      isInForce: (groups, { groupId }) => groups.some((each) => each.id === groupId && each.rules.length === 1),
    },
    {
      step: { kind: "create-rule", group, rule: tcp(3) },
      isInForce: (groups, { ruleId }) => rulesOf(groups).some((rule) => rule.id === ruleId),
    },
    {
      step: { kind: "update-rule", group, ruleId: first, from: tcp(1), to: tcp(5) },
      isInForce: (groups) => rulesOf(groups).some((rule) => rule.id === first && rule.portRangeEnd === 5),
    },
    {
      step: { kind: "delete-rule", group, ruleId: second },
      isInForce: (groups) => !rulesOf(groups).some((rule) => rule.id === second),
    },
    {
      step: { kind: "update-group", group, fields: { name: "front" } },
      isInForce: (groups) => groups.some((each) => each.id === id && each.name === "front"),
    },
    {
      step: { kind: "delete-group", group: { id: old as GroupId, name: "old" } },
      isInForce: (groups) => !groups.some((each) => each.id === old),
    },
  ];
}

const worlds = (["told", "hidden"] as const).flatMap((leavingObjects) =>
  (["BUSY", "AVAILABLE", "UPDATING"] as const).flatMap((pendingState) =>
    (["serial-per-datacenter", "serial-per-group", "parallel"] as const).map((execution) => {
      return { leavingObjects, pendingState, execution, parallelOrder: "shuffled" } as const;
    }),
  ),
);

describe.each(worlds)("with %j a change is told as done only when it is in force", (quirks) => {
  test.each(["object", "group", "datacenter"] as const)("all kinds at once, with busyScope %s", async (busyScope) => {
    const { submit, follow, steps } = setUp({ ...quirks, busyScope });
    const wave: Written[] = [];
    for (const step of steps) wave.push({ ...step, operation: await submit(step.step) });
    expect(new Set(await follow(wave))).toEqual(new Set(["succeeded"]));
  });

  test.each(["requested", "in-force"] as const)(
    "one after the other, with readAfterWrite %s",
    async (readAfterWrite) => {
      const { submit, follow, steps } = setUp({ ...quirks, readAfterWrite });
      for (const step of steps)
        expect(await follow([{ ...step, operation: await submit(step.step) }])).toEqual(["succeeded"]);
    },
  );

  test.each(["nothing", "as-wanted", "marked-failed"] as const)(
    "and one that fails and leaves behind %s ends, and its neighbours do",
    async (failedRequest) => {
      for (const [index, { step }] of setUp(quirks).steps.entries()) {
        // What was updated looks as it did before: that it failed is seen in what is read afterwards.
        if (step.kind.startsWith("update")) continue;
        for (const how of failedRequest === "nothing" ? (["at-end", "at-once"] as const) : (["at-end"] as const)) {
          const { simulator, submit, follow, steps } = setUp({ ...quirks, failedRequest });
          const wave: Written[] = [];
          for (const [position, each] of steps.entries()) {
            if (position === index) simulator.ionos.failNextRequest("no way", how);
            wave.push({ ...each, operation: await submit(each.step) });
          }
          const states = await follow(wave);
          if (how === "at-end" && failedRequest === "as-wanted") expect(states[index]).toBe("succeeded");
          else expect(["lost", "failed"]).toContain(states[index]);
        }
      }
    },
  );
});

test("where the list of requests is refused, a deletion that is hidden counts as done", async () => {
  const { submit, follow, steps } = setUp({ leavingObjects: "hidden", requestList: "403" });
  for (const { step } of steps.filter(({ step: { kind } }) => kind === "delete-group"))
    expect(await follow([{ step, operation: await submit(step), isInForce: () => true }])).toEqual(["succeeded"]);
});

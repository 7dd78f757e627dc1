import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyPlan,
  createPlan,
  hasConverged,
  no,
  readJournal,
  resumeApply,
  rollbackRequests,
  ruleKey,
  type Adapter,
  type ApplyOptions,
  type ApplyRecord,
  type Capabilities,
  type Journal,
  type JournalEntry,
  type Rule,
} from "../../src/index.ts";
import { createMemoryCloud, memoryAdapter, memoryCapabilities, type MemoryCloud } from "../../src/memory/index.ts";
import { crowdedRule, ruleOf } from "../support/arbitrary-rule.ts";
import { memoryTarget, present } from "../support/memory-target.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const tcp = (port: number): Rule =>
  ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: port, to: port }, remote: "10.0.0.0/8" });
const everything = ruleOf({ direction: "ingress", remote: "10.0.0.0/8" });
const byRuleSet: Partial<Capabilities> = { writeGranularity: "rule-set", ruleUpdates: no("rules are replaced") };
const never = new AbortController().signal;
const died = new Error("the process died");

/** A journal on paper: what is written survives as text. */
function paper(): Journal & { readonly lines: string[]; readonly read: () => ApplyRecord } {
  const lines: string[] = [];
  return {
    lines,
    write: async (entry) => void lines.push(JSON.stringify(entry)),
    read: () => readJournal(lines.map((line) => JSON.parse(line) as JournalEntry)),
  };
}

/** The adapter of a process that dies with its nth call: that call is made, its answer is never seen, and there is no other. */
function dyingAt(cloud: MemoryCloud, call: number): Adapter {
  const adapter = memoryAdapter(cloud);
  let calls = 0;
  const live = async <Value>(make: () => Promise<Value>): Promise<Value> => {
    if (++calls > call) throw died;
    const value = await make();
    if (calls === call) throw died;
    return value;
  };
  return {
    ...adapter,
    listGroups: (signal) => live(() => adapter.listGroups(signal)),
    readLimits: (signal) => live(() => adapter.readLimits(signal)),
    submit: (step, signal) => live(() => adapter.submit(step, signal)),
    listOperations: (signal) => live(() => adapter.listOperations(signal)),
    readOperations: (operations, signal) => live(() => adapter.readOperations(operations, signal)),
  };
}

const optionsFor = (adapter: Adapter, journal?: Journal): ApplyOptions => ({
  adapters: new Map([["here", adapter]]),
  clock: virtualClock(),
  signal: never,
  journal,
  force: true,
});

describe("a journal", () => {
  it("names every write before it leaves and what became of it, and holds the state before", async () => {
    const journal = paper();
    const target = memoryTarget();
    target.cloud.seed({ name: "web", rules: [everything] });
    await target.apply(await target.plan([present("web", { rules: [tcp(80), tcp(81)] })]), { journal });
    const entries = journal.lines.map((line) => JSON.parse(line) as JournalEntry);
    expect(entries.map((entry) => ("step" in entry ? `${entry.kind} ${entry.step}` : entry.kind))).toEqual([
      "begun",
      "sending 0",
      "sending 1",
      "accepted 0",
      "accepted 1",
      "ended 0",
      "ended 1",
      "sending 2",
      "accepted 2",
      "ended 2",
      "target-ended",
      "ended-all",
    ]);
    expect(entries[0]).toMatchObject({
      format: "secgroup-journal/1",
      before: [{ target: "here", groups: [{ key: "web", group: { rules: [{ rule: everything }] } }] }],
    });
    expect(journal.read()).toMatchObject({ isEnded: true, targets: [{ converged: true, open: [], sent: 3 }] });
  });

  it.each([
    ["begun", 0],
    ["sending", 1],
  ])("that cannot be written stops before the write (%s)", async (_, lines) => {
    const target = memoryTarget();
    const id = target.cloud.seed({ name: "web", rules: [] });
    let written = 0;
    const journal: Journal = {
      write: async () => {
        if (written++ >= lines) throw new Error("no space left on device");
      },
    };
    const plan = await target.plan([present("web", { rules: [tcp(80)] })]);
    const ended = await target.apply(plan, { journal }).catch((error: unknown) => error);
    const error = ended instanceof Error ? ended : (ended as Awaited<ReturnType<typeof applyPlan>>).targets[0]?.error;
    expect(error).toMatchObject({ code: "journal-unusable", message: expect.stringContaining("no space left") });
    expect(target.cloud.accepted).toEqual([]);
    expect(target.cloud.groups().map((group) => group.id)).toEqual([id]);
  });

  it("that fails while the cloud works loses no outcome, and sends nothing more", async () => {
    const target = memoryTarget();
    target.cloud.seed({ name: "web", rules: [everything] });
    const journal: Journal = {
      write: async ({ kind }) => {
        if (kind === "accepted") throw new Error("no space left on device");
      },
    };
    const report = await target.apply(await target.plan([present("web", { rules: [tcp(80), tcp(81)] })]), { journal });
    expect(report.targets[0]).toMatchObject({
      error: { code: "journal-unusable" },
      steps: [{ status: "done" }, { status: "done" }, { status: "not-done" }],
    });
  });

  it.each([
    ["nothing", []],
    ["something else", [{ kind: "ended-all", at: 1 }]],
  ] satisfies [string, JournalEntry[]][])("that begins with %s is unusable", (_, entries) => {
    expect(() => readJournal(entries)).toThrow(expect.objectContaining({ code: "journal-unusable" }));
  });
});

describe("after a crash at any call", () => {
  const rules = fc.uniqueArray(crowdedRule, { selector: ruleKey, maxLength: 6 });

  it.each([
    ["rule by rule", {}],
    ["whole rule sets", byRuleSet],
  ])("resuming leads to what was planned, with %s, and never sends anything twice", async (_, capabilities) => {
    await fc.assert(
      fc.asyncProperty(rules, rules, fc.integer({ min: 1, max: 40 }), async (from, to, call) => {
        const cloud = createMemoryCloud({ ...memoryCapabilities, ...capabilities });
        cloud.seed({ name: "web", rules: from });
        const target = {
          name: "here",
          location: {},
          groups: [present("web", { rules: to }), present("new", { rules: from })].map((desired) => ({
            key: desired.name,
            desired,
          })),
        };
        const sound = memoryAdapter(cloud);
        const { plan } = await createPlan([{ ...target, adapter: sound }], { clock: virtualClock(), signal: never });
        const journal = paper();
        const dying = dyingAt(cloud, call);
        const first = await applyPlan(plan, optionsFor(dying, journal)).catch(() => undefined);
        if (first === undefined && journal.lines.length === 0) return;
        // What the dead process would have written after its death is not there.
        const report = await resumeApply(journal.read(), optionsFor(sound, journal));
        expect(report.targets[0]?.error).toBeUndefined();
        expect(journal.read().isEnded).toBe(true);
        const again = await createPlan([{ ...target, adapter: sound }], { clock: virtualClock(), signal: never });
        expect(again.plan.targets[0]?.waves).toEqual([]);
        expect(cloud.groups().map(({ name }) => name)).toEqual(["web", "new"]);
        const writes = plan.targets.flatMap(({ waves }) => waves.flat()).length;
        expect(cloud.accepted).toHaveLength(writes);
      }),
      { numRuns: 300 },
    );
  });

  it("resuming waits for late reads only where the end of a write is not known", async () => {
    const entry = { kind: "ended", at: 1, target: "here", step: 0 } as const;
    const begun = { format: "secgroup-journal/1", at: 0 } as const;
    const plan = {
      format: "secgroup-plan/1",
      targets: [{ target: "here", cloud: "memory", location: {}, groups: [], waves: [], unproved: [] }],
    } as const;
    const entries = (status: "done" | "unknown"): JournalEntry[] => [
      { kind: "begun", ...begun, plan, before: [{ target: "here", groups: [] }] },
      { kind: "sending", at: 1, target: "here", step: 0, write: { kind: "delete-group", group: { name: "x" } } },
      { ...entry, status },
    ];
    expect(readJournal(entries("done")).targets).toMatchObject([{ isUnsettled: false }]);
    expect(readJournal(entries("unknown")).targets).toMatchObject([{ isUnsettled: true }]);
    expect(readJournal(entries("done").slice(0, 2)).targets).toMatchObject([{ isUnsettled: true }]);
  });

  it("resuming leaves alone what somebody else changed since", async () => {
    const cloud = createMemoryCloud(memoryCapabilities);
    const id = cloud.seed({ name: "web", rules: [everything] });
    const desired = present("web", { rules: [tcp(80), tcp(81)] });
    const target = { name: "here", location: {}, adapter: memoryAdapter(cloud), groups: [{ key: "web", desired }] };
    const { plan } = await createPlan([target], { clock: virtualClock(), signal: never });
    const journal = paper();
    await applyPlan(plan, optionsFor(dyingAt(cloud, 4), journal));
    await target.adapter.submit({ kind: "create-rule", group: { id, name: "web" }, rule: tcp(9) }, never);
    const accepted = cloud.accepted.length;
    const report = await resumeApply(journal.read(), optionsFor(target.adapter, journal));
    expect(report.targets[0]?.error).toMatchObject({ code: "stale-plan", message: expect.stringContaining("tcp/9") });
    expect(cloud.accepted).toHaveLength(accepted);
  });
});

describe("a rollback", () => {
  it.each([
    ["rule by rule", {}],
    ["whole rule sets", byRuleSet],
  ])("leads back to what was recorded: fields, tags, rules and groups, with %s", async (_, capabilities) => {
    const target = memoryTarget(capabilities);
    target.cloud.seed({
      name: "web",
      description: "d",
      tags: { a: "1" },
      rules: [tcp(22), { ...tcp(23), description: "x" }],
    });
    target.cloud.seed({ name: "old", rules: [tcp(1)] });
    const content = (): unknown =>
      target.cloud.groups().map(({ name, description, tags, rules }) => ({
        name,
        description,
        tags,
        rules: rules.map(({ rule }) => rule),
      }));
    const before = content();
    const journal = paper();
    const wishes = [
      present("web", { description: "e", tags: {}, rules: [tcp(22), tcp(80)] }),
      present("new", { rules: [tcp(2)] }),
      { ensure: "absent" as const, name: "old" },
    ];
    expect(hasConverged(await target.apply(await target.plan(wishes), { journal }))).toBe(true);
    const [record] = journal.read().targets;
    if (!record) throw new Error("nothing was recorded");
    const requests = rollbackRequests(record, await target.adapter.listGroups(never));
    const { plan } = await createPlan([{ name: "here", location: {}, adapter: target.adapter, groups: requests }], {
      clock: virtualClock(),
      signal: never,
    });
    expect(plan.targets[0]?.unproved).toEqual([]);
    expect(hasConverged(await target.apply(plan))).toBe(true);
    expect(content()).toEqual(before);
  });

  it("finds a group that has to be made anew by its name in the rules that refer to it", async () => {
    const target = memoryTarget();
    const old = target.cloud.seed({ name: "old", rules: [] });
    const fromOld: Rule = { ...everything, remote: { kind: "group", id: old } };
    target.cloud.seed({ name: "web", rules: [fromOld] });
    const journal = paper();
    const wishes = [present("web"), { ensure: "absent" as const, name: "old" }];
    expect(hasConverged(await target.apply(await target.plan(wishes), { journal }))).toBe(true);
    const [record] = journal.read().targets;
    if (!record) throw new Error("nothing was recorded");
    const requests = rollbackRequests(record, await target.adapter.listGroups(never));
    const plan = await target.plan(requests.map(({ desired }) => desired));
    expect(hasConverged(await target.apply(plan))).toBe(true);
    const groups = target.cloud.groups();
    const anew = groups.find(({ name }) => name === "old");
    expect(groups.find(({ name }) => name === "web")?.rules[0]?.rule.remote).toEqual({ kind: "group", id: anew?.id });
  });
});

import { describe, expect, it } from "vitest";
import {
  SecurityGroupError,
  type Adapter,
  type ApplyEvent,
  type JournalEntry,
  type PresentGroup,
  type Rule,
} from "../../src/index.ts";
import { checkTarget, endTarget, recordGroups } from "../../src/apply/apply-target.ts";
import { keepJournal } from "../../src/apply/keep-journal.ts";
import { targetOf, tcp } from "../support/describe-waves.ts";
import { errorOf, memoryTarget, present } from "../support/memory-target.ts";
import { targetRun } from "../support/target-run.ts";

const forbidden = new SecurityGroupError("forbidden", "not for you");

/** A plan from one port to others, with the options to check it and a count of what is asked of the cloud. */
async function checked(rules: readonly Rule[], wrap: Partial<Adapter> = {}, parts: Partial<PresentGroup> = {}) {
  const target = memoryTarget();
  target.cloud.seed({ name: "web", rules: [tcp(80)] });
  const plan = targetOf(await target.plan([present("web", { rules, ...parts }), { ensure: "absent", name: "away" }]));
  const asked: string[] = [];
  const adapter: Adapter = {
    ...target.adapter,
    listGroups: async (signal) => {
      asked.push("groups");
      return target.adapter.listGroups(signal);
    },
    listOperations: async (signal) => {
      asked.push("operations");
      return target.adapter.listOperations(signal);
    },
    ...wrap,
  };
  const { options } = targetRun([]);
  const observed = await target.adapter.listGroups(options.signal);
  return { plan, adapter, asked, options, observed, target };
}

describe("before its plan is run a target", () => {
  it.each<[string, readonly Rule[], readonly string[]]>([
    ["is awaited and read", [tcp(81)], ["operations", "groups"]],
    ["is read only, when nothing is to be written", [tcp(80)], ["groups"]],
  ])("%s", async (_, rules, wanted) => {
    const { plan, adapter, asked, options, observed } = await checked(rules);
    expect(await checkTarget(plan, adapter, options)).toEqual(observed);
    expect(asked).toEqual(wanted);
  });

  it("is read also where the cloud does not tell what it is at work on", async () => {
    const listOperations = () => Promise.reject(forbidden);
    const { plan, adapter, options, observed } = await checked([tcp(81)], { listOperations });
    expect(await checkTarget(plan, adapter, options)).toEqual(observed);
  });

  it("that was read a moment ago is not asked for anything, and compared with its plan", async () => {
    const { plan, adapter, asked, options, observed } = await checked([tcp(81)]);
    const known = { ...options, observed: new Map([["here", observed]]) };
    expect(await checkTarget(plan, adapter, known)).toBe(observed);
    const stale = { ...options, observed: new Map([["here", []]]) };
    expect(await errorOf(checkTarget(plan, adapter, stale))).toMatchObject({
      code: "stale-plan",
      hint: expect.stringMatching(/make a new plan/i),
      place: { target: "here", group: "web" },
    });
    expect(asked).toEqual([]);
  });

  it("is written down by the keys of its groups, those that are not there too", async () => {
    const { plan, observed, target } = await checked([tcp(81)]);
    expect([...recordGroups(plan, observed)]).toEqual([
      ["web", target.cloud.groups()[0]],
      ["away", undefined],
    ]);
  });
});

it.each<[boolean, SecurityGroupError | undefined]>([
  [true, undefined],
  [false, forbidden],
])("that a target has converged is told and written down: %s", async (converged, error) => {
  const events: ApplyEvent[] = [];
  const entries: JournalEntry[] = [];
  const { options } = targetRun([]);
  const run = targetRun([], {
    options: { ...options, onEvent: (event) => void events.push(event) },
    journal: keepJournal({ write: async (entry) => void entries.push(entry) }),
  });
  const report = { target: "here", steps: [], error };
  expect(await endTarget(run, report)).toBe(report);
  const ended = { kind: "target-ended", target: "here", at: options.clock.now(), converged };
  expect(events).toEqual([ended]);
  expect(entries).toEqual([ended]);
});

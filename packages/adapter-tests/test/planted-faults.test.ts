import * as nodeTest from "node:test";
import { no, type Account, type Adapter, type Capabilities } from "@secgroup/core";
import { memoryAdapter, memoryCapabilities } from "@secgroup/core/memory";
import { describe, expect, it } from "vitest";
import type { MemoryBackend } from "./support/memory-backend.ts";
import {
  chapters,
  collectResults,
  runAdapterTests,
  type AdapterUnderTest,
  type Backend,
  type Runner,
} from "../src/index.ts";
import * as accountFaults from "./support/account-faults.ts";
import * as readingFaults from "./support/reading-faults.ts";
import { referenceAdapter } from "./support/reference-adapter.ts";
import * as waitingFaults from "./support/waiting-faults.ts";
import * as writingFaults from "./support/writing-faults.ts";

const faults = { ...readingFaults, ...writingFaults, ...waitingFaults, ...accountFaults };

/** A cloud that can do little; what it cannot do has to be refused. */
const gaps: Partial<Capabilities> = {
  writeGranularity: "rule-set",
  protocols: ["tcp", "icmp", "any"],
  icmpMaximum: 200,
  portMinimum: 1,
  remoteGroups: no("it knows addresses only"),
  localAddress: no("it does not know the server"),
  sourceMac: no("it looks at packets of IP only"),
  tags: no("it has no labels"),
  ruleUpdates: no("rules cannot be changed"),
  groupName: { minLength: 3, maxLength: 20, pattern: "^[a-z0-9-]+$" },
  groupDescription: { minLength: 0, maxLength: 60 },
  ruleDescription: { minLength: 0, maxLength: 40 },
};

const theCount = "the count";

async function failing<Cloud extends Backend>(adapter: AdapterUnderTest<Cloud>): Promise<readonly string[]> {
  const results = await collectResults(adapter);
  return results.filter(({ checks }) => checks.some(({ error }) => error)).map(({ chapter }) => chapter);
}

async function errorsOf<Cloud extends Backend>(adapter: AdapterUnderTest<Cloud>): Promise<readonly string[]> {
  const results = await collectResults(adapter);
  return results.flatMap(({ checks }) =>
    checks.flatMap(({ name, error }) => (error ? `${name}: ${error.message}` : [])),
  );
}

describe("an adapter without a fault passes", () => {
  it.each<Partial<Capabilities>>([
    {},
    { writeGranularity: "rule-set" },
    { writeGranularity: "rule-set", ruleUpdates: no("rules cannot be changed") },
    { ruleUpdates: { supported: true, immutable: [], unclearable: [] } },
    { ruleUpdates: { supported: true, immutable: ["description", "remote"], unclearable: ["ports", "icmp", "local"] } },
    { ...gaps, writeGranularity: "rule" },
    gaps,
  ])("with the capabilities %#", async (capabilities) => {
    expect(await errorsOf(referenceAdapter(capabilities))).toEqual([]);
  });
});

const [reads, changes, quiet, refuses, waits, underWay, shares, stops, reports, pages, limits] = chapters.map(
  ({ title }) => title,
);

/** The chapters that find each fault, the one that is about it among them. */
const findings: Readonly<Record<keyof typeof faults, readonly (string | undefined)[]>> = {
  leavesOutARule: [reads, changes, quiet, limits],
  readsOnePortOfARange: [reads, changes, quiet],
  forgetsDeletes: [changes, quiet, waits],
  turnsDirectionsRound: [reads, changes, quiet, waits, stops, reports, pages, limits],
  repeatsCreation: [changes, quiet, waits, underWay, reports, limits],
  losesDescriptionsOfEgress: [quiet],
  forgetsToClear: [changes, quiet],
  forgetsTheCodeInUpdates: [changes, quiet],
  dropsDescriptionsInUpdates: [changes, quiet, refuses],
  updatesTheDescriptionOnly: [changes, quiet, refuses, limits],
  removesAndAddsInUpdates: [changes, quiet, refuses, limits],
  remembersUpdates: [changes, quiet, refuses, limits],
  neverFinishes: [reads, changes, quiet, waits, underWay, shares, reports, limits],
  isAlwaysDone: [reads, changes, quiet, waits, underWay, shares, stops, reports, limits],
  answersInReverse: [changes, quiet, waits, shares],
  losesTheReason: [waits],
  ignoresTheSignal: [stops],
  ignoresALateAbort: [stops],
  takesErrorsForNothing: [reports, pages],
  throwsErrorsOfItsOwn: [reports],
  forgetsHowLongToWait: [reports],
  repeatsAfterAnError: [reports],
  readsTheFirstPageOnly: [pages],
  readsHalfOfALongList: [pages],
  tellsOtherLimits: [reports, limits],
  hasAnAccountOfItsOwn: [shares],
  showsNothingUnderWay: [underWay, reports],
  showsItsOwnOperationsOnly: [underWay, reports],
  isNeverQuiet: [changes, quiet, waits, underWay, reports, limits],
  namesAnotherGroup: [underWay],
  takesAFailedListForQuiet: [reports],
  readsOneByOne: [waits],
  knowsItsOwnOperationsOnly: [underWay, shares, reports],
  waitsForTheUnknown: [waits],
  countsTimeInSeconds: [waits],
  takesALossForARefusal: [reports],
};

describe("an adapter with a fault fails where the fault belongs", () => {
  it.each(Object.entries(faults))("%s", async (name, spoil) => {
    const found = await failing(referenceAdapter({}, spoil));
    expect(found.filter((chapter) => chapter !== theCount)).toEqual(findings[name as keyof typeof faults]);
  });

  it("sends what it has declared to be a gap", async () => {
    const { backend } = referenceAdapter(gaps);
    const adapter = ({ cloud, connect }: MemoryBackend, account: Account): Adapter => {
      const { capabilities } = cloud;
      const { limits, writeGranularity } = capabilities;
      const careless = memoryAdapter(
        { ...cloud, capabilities: { ...memoryCapabilities, limits, writeGranularity } },
        account,
      );
      return connect({ ...careless, capabilities });
    };
    expect(await failing({ backend, adapter })).toEqual([refuses]);
  });

  it("declares more than its cloud can do", async () => {
    const { backend } = referenceAdapter(gaps);
    const adapter = ({ cloud, connect }: MemoryBackend, account: Account): Adapter => {
      const honest = memoryAdapter(cloud, account);
      return connect({ ...honest, capabilities: { ...honest.capabilities, writeGranularity: "rule" } });
    };
    expect(await failing({ backend, adapter })).toContain(changes);
  });
});

describe("the count", () => {
  it("names the number of checks of each chapter", async () => {
    const [name] = (await collectResults(referenceAdapter())).at(-1)?.checks.map((check) => check.name) ?? [];
    for (const title of chapters.map((chapter) => chapter.title)) expect(name).toMatch(new RegExp(`${title} [1-9]`));
  });

  it.each([refuses, changes, limits])("fails when nothing exercises what belongs to the chapter: %s", async (left) => {
    const others = chapters.filter(({ title }) => title !== left);
    const [count] = (await collectResults(referenceAdapter(gaps), others)).at(-1)?.checks ?? [];
    expect(count?.error?.message).toContain("nothing has exercised");
  });

  it("fails when a check did not run", async () => {
    const bodies: (() => Promise<void>)[] = [];
    runAdapterTests(referenceAdapter(), {
      describe: (_, body) => body(),
      it: (_, body) => bodies.push(body),
    });
    const count = bodies.at(-1);
    for (const body of bodies.slice(1, -1)) await body();
    await expect(count?.()).rejects.toThrow("checks that ran");
    await bodies[0]?.();
    await count?.();
  });
});

it("takes the functions of node:test and of vitest as they are", () => {
  const runners: readonly Runner[] = [
    { describe, it },
    { describe: nodeTest.describe, it: nodeTest.it },
  ];
  expect(runners).toHaveLength(2);
});

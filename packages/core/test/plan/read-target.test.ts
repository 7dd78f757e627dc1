import { describe, expect, it } from "vitest";
import { createPlan, readTarget, SecurityGroupError, type Adapter, type ListedGroup } from "../../src/index.ts";
import { createMemoryCloud, memoryAdapter, memoryCapabilities } from "../../src/memory/index.ts";
import { requireRules } from "../../src/plan/read-target.ts";
import { observedGroup } from "../support/changes.ts";
import { errorOf, present } from "../support/memory-target.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const { signal } = new AbortController();

/** A cloud whose list tells no rules, and of which one group is not found by its id so many times. */
function forgetful(times: number): Adapter {
  const cloud = createMemoryCloud(memoryCapabilities);
  cloud.seed({ name: "web" });
  const adapter = memoryAdapter(cloud);
  let left = times;
  return {
    ...adapter,
    listGroups: async (from) =>
      (await adapter.listGroups(from)).map(({ group }): ListedGroup => ({ rules: "not-listed", group })),
    readGroup: async (id, from) => {
      if (left-- > 0) throw new SecurityGroupError("not-found", "there is no such group");
      return adapter.readGroup(id, from);
    },
  };
}

describe("a group that is listed and then not found", () => {
  it("is a reason to read again, list and all", async () => {
    const clock = virtualClock();
    expect(await readTarget(forgetful(3), () => true, { clock, signal })).toMatchObject([
      { rules: "listed", group: { name: "web" } },
    ]);
    expect(clock.slept).toEqual([750, 1125, 1688]);
  });

  it("is not read for ever", async () => {
    const reading = readTarget(forgetful(100), () => true, { clock: virtualClock(), signal });
    expect(await errorOf(reading)).toMatchObject({ code: "not-found" });
  });
});

it.each([
  ["a refusal", new SecurityGroupError("forbidden", "no")],
  ["a defect", new TypeError("defect")],
])("%s of a single group's read is thrown as it is, and nothing is read again", async (_, failure) => {
  const clock = virtualClock();
  const adapter: Adapter = { ...forgetful(0), readGroup: () => Promise.reject(failure) };
  await expect(readTarget(adapter, () => true, { clock, signal })).rejects.toBe(failure);
  expect(clock.slept).toEqual([]);
});

it("groups that nobody wants are left as they were listed", async () => {
  const adapter: Adapter = { ...forgetful(0), readGroup: () => Promise.reject(new TypeError("nobody asked")) };
  expect(await readTarget(adapter, () => false, { clock: virtualClock(), signal })).toMatchObject([
    { rules: "not-listed", group: { name: "web" } },
  ]);
});

it("a group without its rules is not taken for one that has none", () => {
  const group = observedGroup("web", []);
  expect(requireRules({ rules: "listed", group })).toBe(group);
  expect(() => requireRules({ rules: "not-listed", group })).toThrow(
    new SecurityGroupError("unexpected-response", "the rules of the group web (id of web) were not read"),
  );
});

it("what has just been changed is read until two reads that are seconds apart agree", async () => {
  const clock = virtualClock();
  const cloud = createMemoryCloud(memoryCapabilities);
  const id = cloud.seed({ name: "web" });
  const adapter = memoryAdapter(cloud);
  const states: { readonly at: number; readonly groups: readonly ListedGroup[] }[] = [];
  const late: Adapter = {
    ...adapter,
    // Reads tell what was seven seconds ago.
    listGroups: async (from) => {
      states.push({ at: clock.now(), groups: await adapter.listGroups(from) });
      return states.findLast(({ at }) => at <= clock.now() - 7_000)?.groups ?? states[0]?.groups ?? [];
    },
  };
  await late.listGroups(signal);
  await adapter.submit({ kind: "update-group", group: { id, name: "web" }, fields: { description: "x" } }, signal);
  const groups = [{ key: "web", desired: present("web", { description: "x" }) }];
  const target = { name: "here", location: {}, adapter: late, groups };
  const { plan } = await createPlan([target], { clock, signal, awaitQuiet: true });
  expect(plan.targets[0]?.waves).toEqual([]);
});

import { describe, expect, it } from "vitest";
import { apply, createAccount, hasConverged, plan, type ApplyEvent, type WantedGroup } from "../../src/index.ts";
import { createMemoryCloud, memoryAdapter, memoryCapabilities, type MemoryCloud } from "../../src/memory/index.ts";
import { tcp } from "../support/describe-waves.ts";
import { errorOf } from "../support/memory-target.ts";
import { virtualClock } from "../support/virtual-clock.ts";

function open(): { readonly cloud: MemoryCloud; readonly adapter: ReturnType<typeof memoryAdapter> } {
  const cloud = createMemoryCloud(memoryCapabilities);
  return { cloud, adapter: memoryAdapter(cloud, createAccount({ clock: virtualClock() })) };
}

const https = { direction: "ingress", protocol: "tcp", ports: { from: 443, to: 443 } };
const web: WantedGroup = { name: "web", rules: [https] };

async function collect(events: AsyncIterable<ApplyEvent>): Promise<readonly ApplyEvent[]> {
  const all: ApplyEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

describe("a program", () => {
  it("plans, applies, and finds nothing to do afterwards", async () => {
    const { cloud, adapter } = open();
    const prepared = await plan([{ adapter, groups: [web] }]);
    expect(prepared).toMatchObject({ isEmpty: false, failed: [], plan: { targets: [{ target: "memory" }] } });
    expect(cloud.accepted).toEqual([]);
    const running = apply(prepared);
    const kinds = (await collect(running)).map(({ kind }) => kind);
    expect([kinds[0], kinds.at(-1)]).toEqual(["target-started", "target-ended"]);
    expect(hasConverged(await running.report)).toBe(true);
    expect(cloud.groups().map(({ name, rules }) => [name, rules.length])).toEqual([["web", 2]]);
    expect((await plan([{ adapter, groups: [web] }])).isEmpty).toBe(true);
  });

  it("may look at the report only, or at the events only", async () => {
    const { adapter } = open();
    const made = await plan([{ adapter, groups: [web] }]);
    expect(hasConverged(await apply(made).report)).toBe(true);
    const gone = await plan([{ adapter, groups: [{ ensure: "absent", name: "web" }] }]);
    expect((await collect(apply(gone))).at(-1)).toMatchObject({ kind: "target-ended", converged: true });
  });

  it("is told twice when nothing can be begun: by the report, and by the loop over the events", async () => {
    const { cloud, adapter } = open();
    cloud.seed({ name: "web" });
    const made = await plan([{ adapter, groups: [web] }]);
    await apply(made).report;
    const late = apply(made);
    expect(await errorOf(collect(late))).toMatchObject({ code: "stale-plan" });
    expect(await errorOf(late.report)).toMatchObject({ code: "stale-plan" });
    expect(cloud.groups()[0]?.rules).toHaveLength(2);
  });

  it("says every rule that cannot be right at once, each with its place", async () => {
    const { adapter } = open();
    const rules = [https, { direction: "inward" }, { ...https, remote: "10.0.0.1/8" }];
    const error = await errorOf(plan([{ adapter, groups: [{ name: "web", rules }] }]));
    expect(error.code).toBe("invalid-document");
    expect(error.related.map(({ place }) => place.path)).toEqual(["rules[1].direction", "rules[2].remote"]);
    expect(error.place.group).toBe("web");
  });

  it("says the same rule twice without harm, and leaves what it does not list when asked to", async () => {
    const { cloud, adapter } = open();
    cloud.seed({ name: "web", rules: [tcp(22)] });
    const groups: readonly WantedGroup[] = [{ ...web, rules: [https, https], unlistedRules: "keep" }];
    await apply(await plan([{ adapter, groups }])).report;
    expect(cloud.groups()[0]?.rules).toHaveLength(3);
  });

  it("gives names to two targets of one cloud, or is asked to", async () => {
    const [one, other] = [open(), open()];
    const both = [one, other].map(({ adapter }) => ({ adapter, groups: [web] }));
    expect(await errorOf(plan(both))).toMatchObject({ code: "usage", place: { target: "memory" } });
    const named = both.map((target, index) => ({ ...target, name: `target-${index}` }));
    const running = apply(await plan(named));
    expect((await running.report).targets.map(({ target }) => target)).toEqual(["target-0", "target-1"]);
  });

  it("stops by an abort", async () => {
    const { cloud, adapter } = open();
    const signal = AbortSignal.abort();
    expect(await errorOf(plan([{ adapter, groups: [web] }], { signal }))).toMatchObject({ code: "aborted" });
    const prepared = await plan([{ adapter, groups: [web] }]);
    expect(await apply(prepared, { signal }).report).toMatchObject({ targets: [{ error: { code: "aborted" } }] });
    expect(cloud.accepted).toEqual([]);
  });

  it("is told when there is nothing to plan", async () => {
    expect(await errorOf(plan([]))).toMatchObject({ code: "usage", message: "there is no target to plan" });
  });
});

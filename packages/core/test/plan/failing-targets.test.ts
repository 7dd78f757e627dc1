import { describe, expect, it } from "vitest";
import { createPlan, SecurityGroupError, type Adapter, type PlanTarget } from "../../src/index.ts";
import { createMemoryCloud, memoryAdapter, memoryCapabilities } from "../../src/memory/index.ts";
import { errorOf, present } from "../support/memory-target.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const { signal } = new AbortController();
const options = { clock: virtualClock(), signal };

function target(name: string, broken?: SecurityGroupError): PlanTarget {
  const adapter = memoryAdapter(createMemoryCloud(memoryCapabilities));
  const failing: Adapter = broken ? { ...adapter, listGroups: () => Promise.reject(broken) } : adapter;
  return { name, location: {}, adapter: failing, groups: [{ key: "web", desired: present("web") }] };
}

const forbidden = new SecurityGroupError("forbidden", "no", { vendor: { cloud: "memory", status: 403 } });

describe("a target whose cloud cannot be read", () => {
  it("is left out and named, and does not stop the others", async () => {
    const { plan, observed, failed } = await createPlan([target("bad", forbidden), target("good")], options);
    expect(plan.targets.map((one) => one.target)).toEqual(["good"]);
    expect([...observed.keys()]).toEqual(["good"]);
    expect(failed).toMatchObject([{ code: "forbidden", place: { target: "bad" } }]);
  });

  it("is an error when there is no other", async () => {
    expect(await errorOf(createPlan([target("bad", forbidden)], options))).toMatchObject({ code: "forbidden" });
  });
});

it("what people wrote wrong stops all targets, so that a document is not applied by halves", async () => {
  const wrong = { ...target("wrong"), groups: [{ key: "web", desired: { ...present("web"), name: "" } }] };
  expect(await errorOf(createPlan([wrong, target("good")], options))).toMatchObject({ place: { target: "wrong" } });
});

it("a plan that is to be applied at once waits until its groups are quiet, and only for those", async () => {
  const cloud = createMemoryCloud(memoryCapabilities);
  const web = cloud.seed({ name: "web" });
  const other = cloud.seed({ name: "other" });
  const adapter = memoryAdapter(cloud);
  const one = {
    name: "here",
    location: {},
    adapter,
    groups: [{ key: "web", desired: present("web", { description: "y" }) }],
  };
  const fields = { description: "x" };
  await adapter.submit({ kind: "update-group", group: { id: other, name: "other" }, fields }, signal);
  await createPlan([one], { ...options, awaitQuiet: true });
  expect(cloud.pending()).toHaveLength(1);
  await adapter.submit({ kind: "update-group", group: { id: web, name: "web" }, fields: { name: "renamed" } }, signal);
  const { plan } = await createPlan([one], { ...options, awaitQuiet: true });
  expect(plan.targets[0]?.groups[0]?.action).toBe("create");
});

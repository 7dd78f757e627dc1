import { describe, expect, it } from "vitest";
import { hasConverged, SecurityGroupError, type ErrorCode, type Rule } from "../../src/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { memoryTarget, present, type MemoryTarget } from "../support/memory-target.ts";

const tcp = (port: number): Rule =>
  ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: port, to: port }, remote: "10.0.0.0/8" });

/** A cloud that takes one write at a time and refuses every other while it is at work. */
function oneAtATime(code: ErrorCode): MemoryTarget & { readonly refusals: () => number } {
  let refusals = 0;
  const target = memoryTarget({}, (adapter) => ({
    ...adapter,
    submit: async (step, signal) => {
      if ((await adapter.listOperations(signal)).length === 0) return adapter.submit(step, signal);
      refusals++;
      throw new SecurityGroupError(code, "busy", { retryable: code === "conflict" });
    },
  }));
  return { ...target, refusals: () => refusals };
}

describe("a cloud that refuses a write while another one is under way", () => {
  it.each<ErrorCode>(["conflict", "rejected"])("with %s gets them one by one, and is refused no more", async (code) => {
    const target = oneAtATime(code);
    target.cloud.seed({ name: "web", rules: [tcp(1)] });
    const wishes = [present("web", { rules: Array.from({ length: 12 }, (_, index) => tcp(80 + index)) })];
    const report = await target.apply(await target.plan(wishes));
    expect(report.targets[0]?.error).toBeUndefined();
    expect(target.refusals()).toBeLessThan(12);
    expect(target.cloud.accepted).toHaveLength(12);
    expect((await target.plan(wishes)).targets[0]?.waves).toEqual([]);
  });
});

describe("a cloud that refuses", () => {
  it("a group that comes with its rules gets them one after the other", async () => {
    const target = memoryTarget({}, (adapter) => ({
      ...adapter,
      submit: async (step, signal) => {
        if (step.kind === "create-group" && step.rules.length > 0)
          throw new SecurityGroupError("rejected", "rules are not allowed here");
        return adapter.submit(step, signal);
      },
    }));
    const wishes = [present("web", { rules: [tcp(80), tcp(81)] }), present("other", { rules: [tcp(1)] })];
    expect(hasConverged(await target.apply(await target.plan(wishes)))).toBe(true);
    expect(target.cloud.accepted.map(({ kind }) => kind)).toEqual([
      "create-group",
      "create-group",
      "create-rule",
      "create-rule",
      "create-rule",
    ]);
  });

  it("one write of several for good is asked once more, alone, and then left", async () => {
    let sent = 0;
    const target = memoryTarget({}, (adapter) => ({
      ...adapter,
      submit: async (step, signal) => {
        const isBad =
          step.kind === "create-rule" &&
          "ports" in step.rule &&
          step.rule.ports !== "all" &&
          step.rule.ports.from === 81;
        if (!isBad) return adapter.submit(step, signal);
        sent++;
        throw new SecurityGroupError("rejected", "not this one");
      },
    }));
    target.cloud.seed({ name: "web" });
    const report = await target.apply(await target.plan([present("web", { rules: [tcp(80), tcp(81), tcp(82)] })]));
    expect(report.targets[0]?.error).toMatchObject({ code: "rejected", message: "not this one" });
    expect(sent).toBe(2);
  });
});

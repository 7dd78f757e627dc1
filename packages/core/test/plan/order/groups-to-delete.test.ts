import { describe, expect, it } from "vitest";
import type { PresentGroup } from "../../../src/index.ts";
import { ruleOf } from "../../support/arbitrary-rule.ts";
import { describeWavesOfGroups, narrow, targetOf, tcp } from "../../support/describe-waves.ts";
import { memoryTarget, present, type MemoryTarget } from "../../support/memory-target.ts";
import { from } from "./expect-waves.ts";

describe("groups to delete", () => {
  const absent = (name: string) => ({ ensure: "absent", name }) as const;
  const kinds = async (target: MemoryTarget, groups: Parameters<MemoryTarget["plan"]>[0]): Promise<string[][]> =>
    describeWavesOfGroups(targetOf(await target.plan(groups)), target.cloud.groups());

  it("go after everything else, and after those that refer to them", async () => {
    const target = memoryTarget();
    const web = target.cloud.seed({ name: "web" });
    target.cloud.seed({ name: "app", rules: [ruleOf({ direction: "ingress", ipVersion: "IPv4", remoteGroup: web })] });
    target.cloud.seed({ name: "other", rules: [tcp(1)] });
    const desired = [
      absent("web"),
      absent("app"),
      absent("never was"),
      present("new"),
      present("other", { rules: [narrow(1)] }),
    ];
    expect(await kinds(target, desired)).toEqual([
      ["new: create group", "other: create 1 narrow"],
      ["other: delete 1"],
      ["app: delete group"],
      ["web: delete group"],
    ]);
    expect(targetOf(await target.plan(desired)).groups.map(({ action }) => action)).toEqual([
      "delete",
      "delete",
      "stay-absent",
      "create",
      "update",
    ]);
  });

  it("go after those that stay have given up their references", async () => {
    const target = memoryTarget();
    const web = target.cloud.seed({ name: "web" });
    target.cloud.seed({ name: "app", rules: [ruleOf({ direction: "ingress", ipVersion: "IPv4", remoteGroup: web })] });
    expect(await kinds(target, [absent("web"), present("app")])).toEqual([
      [`app: delete any from ${web}`],
      ["web: delete group"],
    ]);
  });

  it("go in one wave when they refer to each other in a circle", async () => {
    const target = memoryTarget();
    const group = (name: string, remote: string): PresentGroup => present(name, { rules: [from(remote)] });
    await target.apply(await target.plan([group("a", "b"), group("b", "a")]));
    const made = await target.plan([absent("a"), absent("b")]);
    expect(describeWavesOfGroups(targetOf(made), [])).toEqual([["a: delete group", "b: delete group"]]);
    expect((await target.apply(made)).targets[0]?.error).toBeUndefined();
    expect(target.cloud.groups()).toEqual([]);
  });
});

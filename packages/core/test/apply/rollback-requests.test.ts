import { describe, expect, it } from "vitest";
import {
  rollbackRequests,
  SecurityGroupError,
  type DesiredGroup,
  type ListedGroup,
  type ObservedGroup,
  type PresentGroup,
  type Rule,
  type Tags,
} from "../../src/index.ts";
import { targetOf, tcp } from "../support/describe-waves.ts";
import { memoryTarget, present, type MemoryTarget } from "../support/memory-target.ts";

interface Since {
  /** What was recorded of a group, in place of what stands. */
  readonly recorded?: (group: ObservedGroup) => ObservedGroup;
  /** What the target holds when it is to go back, in place of what it held. */
  readonly now?: readonly ObservedGroup[];
}

/** What a target's groups are to be again after a plan of these wishes. */
async function wayBack(
  { cloud, plan }: Pick<MemoryTarget, "cloud" | "plan">,
  wishes: readonly DesiredGroup[],
  { recorded = (group) => group, now = cloud.groups() }: Since = {},
): Promise<readonly DesiredGroup[]> {
  const planned = targetOf(await plan(wishes));
  const before = new Map(
    planned.groups.map((group) => {
      const found = cloud.groups().find(({ id, name }) => ("id" in group ? group.id === id : group.name === name));
      return [group.key, found && recorded(found)];
    }),
  );
  const observed = now.map((group): ListedGroup => ({ rules: "listed", group }));
  const requests = rollbackRequests({ plan: planned, before, sent: 0, open: [], isUnsettled: false }, observed);
  expect(requests.map(({ key }) => key)).toEqual(planned.groups.map(({ key }) => key));
  return requests.map(({ desired }) => desired);
}

const absent = (name: string): DesiredGroup => ({ ensure: "absent", name });

describe("a group that was there is to be what it was,", () => {
  it("found by its id, whatever its name is now", async () => {
    const target = memoryTarget();
    const id = target.cloud.seed({ name: "web", description: "d", rules: [tcp(80)] });
    target.cloud.seed({ name: "other" });
    const now = target.cloud.groups().map((group) => (group.id === id ? { ...group, name: "www" } : group));
    const wishes = [present("www", { id, description: "e", rules: [tcp(81)] })];
    const wanted: PresentGroup = {
      ensure: "present",
      name: "web",
      id,
      description: "d",
      tags: undefined,
      rules: [tcp(80)],
      unlistedRules: "remove",
    };
    expect(await wayBack(target, wishes, { now })).toEqual([wanted]);
  });

  it("found by its name when it is gone, by rules of other groups too; those for groups that stand keep the id", async () => {
    const target = memoryTarget();
    const from = (id: ReturnType<typeof target.cloud.seed>): Rule => ({ ...tcp(22), remote: { kind: "group", id } });
    const old = target.cloud.seed({ name: "old", rules: [tcp(1)] });
    const lasting = from(target.cloud.seed({ name: "lasting" }));
    target.cloud.seed({ name: "web", rules: [from(old), lasting, tcp(80)] });
    const now = target.cloud.groups().filter(({ id }) => id !== old);
    expect(await wayBack(target, [absent("old"), present("lasting"), present("web")], { now })).toMatchObject([
      { name: "old", id: undefined, rules: [tcp(1)] },
      { name: "lasting", id: expect.any(String) },
      { name: "web", rules: [{ ...tcp(22), remote: { kind: "named-group", name: "old" } }, lasting, tcp(80)] },
    ]);
  });

  const none = {};
  const some: Tags = { team: "edge" };
  it.each<[string, Tags, DesiredGroup, Tags | undefined]>([
    ["without tags that the cloud may not have", none, present("web", { rules: [tcp(80)] }), undefined],
    ["without tags when it was deleted", none, absent("web"), undefined],
    ["without the tags that it was given", none, present("web", { tags: some }), none],
    ["with the tags that it lost", some, present("web", { tags: none }), some],
    ["with the tags that it kept", some, present("web", { rules: [tcp(80)] }), some],
    ["with its tags when it was deleted", some, absent("web"), some],
  ])("%s", async (_, tags, wish, wanted) => {
    const target = memoryTarget();
    target.cloud.seed({ name: "web", tags });
    const [desired] = await wayBack(target, [wish]);
    expect(desired).toHaveProperty("tags", wanted);
  });

  it("which nobody can bring about when it held a rule that was not understood", async () => {
    const target = memoryTarget();
    target.cloud.seed({ name: "web", rules: [tcp(80)] });
    const unreadable = (group: ObservedGroup): ObservedGroup => ({
      ...group,
      unreadable: group.rules.map(({ id }) => ({ id, reason: "no such protocol" })),
    });
    const refused: unknown = await wayBack(target, [present("web")], { recorded: unreadable }).catch(
      (error: unknown) => error,
    );
    expect(SecurityGroupError.is(refused)).toBe(true);
    expect(refused).toMatchObject({
      code: "unreadable-rule",
      hint: expect.stringContaining("by hand"),
      place: { group: "web" },
    });
  });
});

describe("a group that the plan was to make is to be gone", () => {
  const target = memoryTarget();
  const wishes = [present("new")];
  target.cloud.seed({ name: "other" });

  it("by its id when it was made", async () => {
    const made = memoryTarget();
    made.cloud.seed({ name: "other" });
    const id = made.cloud.seed({ name: "new" });
    expect(await wayBack(target, wishes, { now: made.cloud.groups() })).toEqual([
      { ensure: "absent", name: "new", id },
    ]);
  });

  it("or to stay away when it was not", async () => {
    expect(await wayBack(target, wishes)).toEqual([{ ensure: "absent", name: "new", id: undefined }]);
  });
});

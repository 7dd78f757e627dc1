import { describe, expect, it } from "vitest";
import { no, type Adapter, type ObservedGroup, type PresentGroup, type RuleId } from "../../src/index.ts";
import { tcp } from "../support/describe-waves.ts";
import { errorOf, memoryTarget, present, type MemoryTarget } from "../support/memory-target.ts";

/** A target whose group web is read with these parts. */
function reading(parts: (group: ObservedGroup) => Partial<ObservedGroup> = () => ({})): MemoryTarget {
  const target = memoryTarget({ limits: { rulesPerGroup: 3 } }, (adapter): Adapter => ({
    ...adapter,
    listGroups: async (signal) =>
      (await adapter.listGroups(signal)).map((entry) =>
        entry.rules === "listed" ? { rules: "listed", group: { ...entry.group, ...parts(entry.group) } } : entry,
      ),
  }));
  target.cloud.seed({ name: "web", rules: [tcp(1), tcp(2)], readOnlyTags: { system: "yes" } });
  return target;
}

const unreadable = () => ({ unreadable: [{ id: "r-9" as RuleId, reason: "protocol 253" }] });
const owned = ({ rules }: ObservedGroup) => ({ rules: rules.map((rule) => ({ ...rule, providerOwned: true })) });

describe("a group that cannot be changed as desired is refused with the place and what to do:", () => {
  it.each<[string, MemoryTarget, PresentGroup, object]>([
    [
      "a rule that cannot be understood",
      reading(unreadable),
      present("web"),
      { code: "unreadable-rule", hint: expect.stringContaining("Remove or correct the rule") },
    ],
    [
      "rules of the provider's",
      reading(owned),
      present("web"),
      { code: "provider-owned", hint: expect.stringContaining("`unlistedRules: keep`") },
    ],
    [
      "a read-only tag",
      reading(),
      present("web", { tags: { system: "no" } }),
      { code: "unsupported", hint: expect.stringContaining("tag"), place: { field: "tags" } },
    ],
    [
      "rules that nobody listed",
      reading(),
      present("web", { rules: [tcp(1)], unlistedRules: "fail" }),
      { code: "unlisted-rules", hint: expect.stringContaining("List them"), place: { field: "unlistedRules" } },
    ],
    [
      "too many rules",
      reading(),
      present("web", { rules: [1, 2, 3, 4].map((port) => tcp(port)) }),
      {
        code: "limit-exceeded",
        message: "the group would hold 4 rules, the most is 3",
        hint: expect.stringContaining("Merge rules"),
        place: { field: "rules" },
      },
    ],
    [
      "too many rules of a new group",
      reading(),
      present("new", { rules: [1, 2, 3, 4].map((port) => tcp(port)) }),
      { code: "limit-exceeded", hint: expect.stringContaining("Merge rules"), place: { field: "rules" } },
    ],
  ])("%s", async (_, { plan, cloud }, desired, wanted) => {
    const error = await errorOf(plan([desired]));
    expect(error).toMatchObject(wanted);
    expect(error.place).toMatchObject({ target: "here", group: desired.name });
    expect(cloud.accepted).toEqual([]);
  });
});

it("where rules that nobody lists are an error, others may come", async () => {
  const desired = present("web", { rules: [tcp(1), tcp(2), tcp(3)], unlistedRules: "fail" });
  expect((await reading().plan([desired])).targets[0]?.groups).toMatchObject([{ action: "update", added: [tcp(3)] }]);
});

describe("a description that only a new rule could have", () => {
  const named = { ...tcp(1), description: "ssh" };
  const replaced = (): MemoryTarget => {
    const target = memoryTarget({ ruleUpdates: no("rules are replaced") });
    target.cloud.seed({ name: "web", rules: [tcp(1)] });
    return target;
  };

  it("is left unless it is asked for", async () => {
    const { plan } = replaced();
    expect((await plan([present("web", { rules: [named] })])).targets[0]?.groups).toMatchObject([
      { action: "keep", relabelled: [], relabelsLeft: [{ rule: tcp(1), description: "ssh" }] },
    ]);
  });

  it("comes when it is asked for", async () => {
    const { plan } = replaced();
    expect((await plan([present("web", { rules: [named] })], { relabel: true })).targets[0]?.groups).toMatchObject([
      { action: "update", relabelled: [{ rule: tcp(1), description: "ssh" }], relabelsLeft: [] },
    ]);
  });
});

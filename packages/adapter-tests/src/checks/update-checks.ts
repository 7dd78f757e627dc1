import { canUpdateInPlace, countWrites, ruleKey, type Rule, type RuleDraft } from "@secgroup/core";
import { check, type Check, type Subject } from "../chapter.ts";
import { equal, equalRules, present } from "../expect.ts";
import { fitting } from "../rules/fitting.ts";
import { ruleOf, tcp } from "../rules/rule-of.ts";
import { ruleUpdates } from "../rules/rule-updates.ts";
import { finish, groupNamed, planGroups, wanted, type World } from "../world.ts";

/** One check for each way in which a rule can be changed in place; the steps are written by hand, so that no planner can spare them. */
export function updateChecks(subject: Subject): readonly Check[] {
  const { capabilities } = subject;
  const possible = ruleUpdates(capabilities).filter(({ isPossible }) => isPossible);
  if (possible.length === 0) return [];
  return [
    ...possible.map(({ name, feature, from, to }) =>
      check(subject, name, async (world) => {
        await updateInPlace(world, from, to);
        subject.tally.supported("ruleUpdates", feature);
      }),
    ),
    check(subject, "changing everything in place that can change, and back", async (world) => {
      const [from, to] = farApart(subject);
      await updateInPlace(world, from, to);
      await updateInPlace(world, to, from, "group-2");
    }),
    ...(capabilities.remoteGroups.supported && possible.some(({ feature }) => feature === "changing remote")
      ? [
          check(subject, "changing remote in place to a group, and back", async (world) => {
            const remoteGroup = world.backend.seedGroup({ name: "group-there" });
            const [from, to] = [tcp(80, 80, { remote: "10.0.0.0/8" }), tcp(80, 80, { remoteGroup })];
            await updateInPlace(world, from, to);
            await updateInPlace(world, to, from, "group-2");
          }),
        ]
      : []),
  ];
}

/** The update is one write, the cloud enforces the new rule and leaves the other alone, and a plan for that has nothing to do. */
async function updateInPlace(world: World, from: Rule, to: Rule, name = "group-1"): Promise<void> {
  const { adapter, backend, signal } = world;
  const beside = tcp(9_999, 9_999, {
    remote: "198.51.100.7",
    description: fitting("stays", adapter.capabilities.ruleDescription),
  });
  const group = { id: backend.seedGroup({ name, rules: [from, beside] }), name };
  const { rules } = await adapter.readGroup(group.id, signal);
  const { id: ruleId } = present(
    "the rule",
    rules.find(({ rule }) => ruleKey(rule) === ruleKey(from)),
  );
  const { writes } = backend.requests();
  const operation = await adapter.submit({ kind: "update-rule", group, ruleId, from, to }, signal);
  equal("writes", backend.requests().writes - writes, 1);
  const [state] = await finish(world, [operation]);
  equal("the state", state?.status, "succeeded");
  equalRules("the rules", groupNamed(world, name).rules, [to, beside]);
  equal("writes of a plan", countWrites(await planGroups(world, [wanted(name, { rules: [to, beside] })])), 0);
}

/** Two rules that are as different as an update in place allows. */
function farApart({ capabilities }: Subject): readonly [Rule, Rule] {
  const { localAddress, sourceMac, ruleDescription, ruleUpdates: updates } = capabilities;
  const first: Partial<RuleDraft> = {
    protocol: "tcp",
    ports: { from: 22, to: 22 },
    remote: "10.0.0.0/8",
    local: localAddress.supported ? "10.0.0.7" : undefined,
    sourceMac: sourceMac.supported ? "02:01:0a:0b:0c:0d" : undefined,
    description: fitting("one", ruleDescription),
  };
  const parts: readonly Partial<RuleDraft>[] = [
    { ports: { from: 8_000, to: 8_080 } },
    { remote: "192.0.2.0/24" },
    { local: undefined },
    { sourceMac: undefined },
    { description: fitting("another", ruleDescription) },
  ];
  let draft = first;
  for (const part of parts) {
    const next = { ...draft, ...part };
    if (canUpdateInPlace(ruleOf(first), ruleOf(next), updates)) draft = next;
  }
  return [ruleOf(first), ruleOf(draft)];
}

import { normalizeRule, ruleKey, type GroupId, type ListedGroup, type ObservedGroup } from "@secgroup/core";
import fc from "fast-check";
import type { BackendGroup } from "../backend.ts";
import { check, type Chapter, type Subject } from "../chapter.ts";
import { equal, equalRules, fail, rejects } from "../expect.ts";
import { arbitraryRuleSet } from "../rules/arbitrary-rules.ts";
import { fitting } from "../rules/fitting.ts";
import { rulesOfProtocol } from "../rules/protocol-rules.ts";
import { tcp } from "../rules/rule-of.ts";
import { vanishedGroup, type World } from "../world.ts";

/**
 * Everything that the core does starts from a read, and a read that tells less than there is makes it delete or open things
 * that nobody asked for. So a read tells everything, in canonical form, or it throws: a rule that you cannot understand goes
 * into `unreadable`, and a list whose rules you do not know is `not-listed`. Never answer with less and never guess.
 */
export const readsGroups: Chapter = {
  title: "reads groups",
  checks: (subject) => [
    check(subject, "an empty cloud is an empty list", async ({ adapter, signal }) => {
      equal("the list", await adapter.listGroups(signal), []);
    }),
    check(subject, "a group without rules has no rules, and that is known", async (world) => {
      const id = world.backend.seedGroup({ name: "group-empty" });
      const { rules, unreadable } = await world.adapter.readGroup(id, world.signal);
      equal("what is read of its rules", { rules, unreadable }, { rules: [], unreadable: [] });
      await expectListed(world);
    }),
    check(subject, "name, description and tags are read as they are", async (world) => {
      const tags = subject.capabilities.tags.supported ? { team: "edge", tier: "1" } : undefined;
      const description = fitting("Public web servers", subject.capabilities.groupDescription);
      world.backend.seedGroup({ name: "group-1", description, tags });
      world.backend.seedGroup({ name: "group-2" });
      await expectListed(world);
    }),
    check(subject, "every rule is read in its canonical form", async (world) => {
      const { capabilities } = subject;
      capabilities.protocols.forEach((protocol, index) => {
        world.backend.seedGroup({ name: `group-${index}`, rules: rulesOfProtocol(protocol, capabilities) });
      });
      await expectListed(world);
    }),
    { name: "any rules within the capabilities are read as they are", run: () => readsAnyRules(subject) },
    ...(subject.capabilities.remoteGroups.supported
      ? [
          check(subject, "a remote group is read by its id", async (world) => {
            const id = world.backend.seedGroup({ name: "group-remote" });
            world.backend.seedGroup({ name: "group-1", rules: [{ ...tcp(5432), remote: { kind: "group", id } }] });
            await expectListed(world);
          }),
        ]
      : []),
    check(subject, "two groups of one name are two groups", async (world) => {
      world.backend.seedGroup({ name: "group-same", rules: [tcp(80)] });
      world.backend.seedGroup({ name: "group-same", rules: [tcp(443)] });
      await expectListed(world);
    }),
    check(subject, "what uses a group is told", async ({ adapter, backend, signal }) => {
      const id = backend.seedGroup({ name: "group-used" });
      const free = backend.seedGroup({ name: "group-free" });
      const user = backend.attach(id);
      equal(
        "attachments",
        (await adapter.readAttachments(id, signal)).map((attachment) => attachment.id),
        [user],
      );
      equal("attachments of a free group", await adapter.readAttachments(free, signal), []);
    }),
    check(subject, "a group that is gone is not found", async (world) => {
      const { adapter, signal } = world;
      const { id } = await vanishedGroup(world);
      await rejects("reading it", adapter.readGroup(id, signal), "not-found");
      await rejects("reading what uses it", adapter.readAttachments(id, signal), "not-found");
    }),
    ...["no-such-group", "no/such group?", "..", "%2e%2e", ""].map((id) =>
      check(subject, `no group has the id ${JSON.stringify(id)}`, async ({ adapter, backend, signal }) => {
        backend.seedGroup({ name: "group-1" });
        await rejects("reading it", adapter.readGroup(id as GroupId, signal), "not-found", "rejected");
        await rejects("reading what uses it", adapter.readAttachments(id as GroupId, signal), "not-found", "rejected");
      }),
    ),
  ],
};

async function readsAnyRules(subject: Subject): Promise<void> {
  await fc.assert(
    fc.asyncProperty(arbitraryRuleSet(subject.capabilities), async (rules) => {
      const world = subject.newWorld();
      world.backend.seedGroup({ name: "group-1", rules });
      await expectListed(world);
    }),
    { numRuns: 50 },
  );
}

/** Fails unless list and single reads tell every group as the cloud has it; no read may write. */
async function expectListed({ adapter, backend, signal }: World): Promise<void> {
  const listed = await adapter.listGroups(signal);
  const groups = backend.groups();
  equal("ids in the list", listed.map(({ group }) => group.id).toSorted(), groups.map(({ id }) => id).toSorted());
  for (const group of groups) {
    const read = await adapter.readGroup(group.id, signal);
    expectRead(read, group);
    const entry = listed.find((other) => other.group.id === group.id);
    equal(`${group.name} in the list`, entry && told(entry), told({ rules: entry?.rules ?? "listed", group: read }));
  }
  equal("writes", backend.requests().writes, 0);
}

/** The entry without its rules when it is said to have none. */
function told({
  rules,
  group,
}: {
  readonly rules: ListedGroup["rules"];
  readonly group: ListedGroup["group"];
}): unknown {
  const { id, name, description, tags, readOnlyTags } = group;
  return rules === "listed" ? group : { id, name, description, tags, readOnlyTags };
}

function expectRead(read: ObservedGroup, { id, name, description, tags, rules }: BackendGroup): void {
  const fields = { id: read.id, name: read.name, description: read.description, tags: read.tags };
  equal(`the fields of ${name}`, fields, { id, name, description, tags });
  equal(`the unreadable rules of ${name}`, read.unreadable, []);
  equalRules(
    `the rules of ${name} as read`,
    read.rules.map(({ rule }) => rule),
    rules,
  );
  equal(`the number of rule ids in ${name}`, new Set(read.rules.map((rule) => rule.id)).size, rules.length);
  for (const { draft, rule } of read.rules) {
    const normalized = normalizeRule(draft, "cloud");
    const same = normalized.ok && normalized.rules.length === 1 && normalized.rules.map(ruleKey)[0] === ruleKey(rule);
    if (!same) fail("a rule's draft", `to mean ${ruleKey(rule)}`, JSON.stringify(draft));
  }
}

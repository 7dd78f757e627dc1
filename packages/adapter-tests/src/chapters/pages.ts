import { countWrites } from "@secgroup/core";
import { check, type Chapter, type Subject } from "../chapter.ts";
import { equal, fail, rejects } from "../expect.ts";
import { tcp } from "../rules/rule-of.ts";
import { planGroups, wanted, type World } from "../world.ts";

/**
 * A list that ends after its first page looks like a cloud without the other groups, and the core would make them again. Lists
 * are read to their end, each group once; when one page fails, the whole list fails.
 */
export const pages: Chapter = {
  title: "pages",
  checks: (subject) => [
    check(subject, "as many groups as fit on a page, one less and one more", async (world) => {
      const { pageSize } = world.backend;
      for (const count of [pageSize - 1, pageSize, pageSize + 1]) await expectAll(world, count);
    }),
    check(subject, "more than two pages, and the last group of all is known", async (world) => {
      const count = world.backend.pageSize * 2 + 1;
      await expectAll(world, count);
      const plan = await planGroups(world, [wanted(nameOf(count), { rules: [tcp(22)] })]);
      equal("writes of a plan for the last group", countWrites(plan), 0);
    }),
    check(subject, "a page that fails fails the list", (world) => failsWhole(subject, world)),
  ],
};

const nameOf = (number: number): string => `group-${number}`;

/** Adds groups until there are so many; the last one has a rule. */
function seedUpTo({ backend }: World, count: number): void {
  for (let number = backend.groups().length + 1; number <= count; number++) {
    backend.seedGroup({ name: nameOf(number), rules: number === count ? [tcp(22)] : [] });
  }
}

async function expectAll(world: World, count: number): Promise<void> {
  seedUpTo(world, count);
  const listed = await world.adapter.listGroups(world.signal);
  const ids = listed.map(({ group }) => group.id);
  equal(`groups in a list of ${count}`, ids.length, count);
  const missing = world.backend.groups().filter(({ id }) => !new Set(ids).has(id));
  if (missing.length > 0) fail("groups that the list leaves out", "none", missing.map(({ name }) => name).join(", "));
}

async function failsWhole({ newWorld }: Subject, world: World): Promise<void> {
  const { adapter, backend, signal } = world;
  seedUpTo(world, backend.pageSize + 1);
  await adapter.listGroups(signal);
  const { reads } = backend.requests();
  for (let page = 0; page < reads; page++) {
    const other = newWorld();
    seedUpTo(other, other.backend.pageSize + 1);
    other.backend.failRequest({ kind: "unavailable", after: page });
    await rejects(`the list without its page ${page + 1}`, other.adapter.listGroups(signal), "unavailable");
  }
}

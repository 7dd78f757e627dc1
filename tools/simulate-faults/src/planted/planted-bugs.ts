import { product, type Product } from "../run/product.ts";
import { deleteFirst } from "./delete-first.ts";
import { failedGroupsAreNone, failedOperationsAreNone } from "./failed-read-is-empty.ts";
import { ignoreFailedOperation, trustAcceptance } from "./misread-operations.ts";
import { repeatLostWrites } from "./repeat-lost-writes.ts";
import { skipGroups, skipOperations, skipRules } from "./skip-a-page.ts";
import type { PlantedBug } from "./planted-bug.ts";

const bugs = {
  "repeats a write whose answer is lost": repeatLostWrites,
  "deletes first": deleteFirst,
  "ignores a failed operation": ignoreFailedOperation,
  "trusts that what is accepted is done": trustAcceptance,
  "takes a failed list of groups for an empty one": failedGroupsAreNone,
  "takes a failed list of operations for an empty one": failedOperationsAreNone,
  "skips a page of groups": skipGroups,
  "skips a page of rules": skipRules,
  "skips a page of operations": skipOperations,
} as const satisfies Readonly<Record<string, PlantedBug>>;

/** The product with a mistake each, by what it does wrong. Each must break a law before long, else the simulation proves nothing. */
export const plantedBugs: ReadonlyMap<string, Product> = new Map(
  Object.entries(bugs).map(([name, bug]) => [name, { ...product, ...bug }]),
);

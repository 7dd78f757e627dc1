import type { ListedGroup, ObservedGroup } from "@secgroup/core";
import type { PlantedBug } from "./planted-bug.ts";

/** So many are on the first page, which is small so that small worlds have a second one. */
const pageSize = 2;

const shorten = (group: ObservedGroup): ObservedGroup => ({ ...group, rules: group.rules.slice(0, pageSize) });

/** Reads the first page of groups only. */
export const skipGroups: PlantedBug = {
  adapter: (adapter) => ({
    ...adapter,
    listGroups: async (signal) => (await adapter.listGroups(signal)).slice(0, pageSize),
  }),
};

/** Reads the first page of a group's rules only. */
export const skipRules: PlantedBug = {
  adapter: (adapter) => ({
    ...adapter,
    listGroups: async (signal) =>
      (await adapter.listGroups(signal)).map((entry): ListedGroup =>
        entry.rules === "listed" ? { ...entry, group: shorten(entry.group) } : entry,
      ),
    readGroup: async (id, signal) => shorten(await adapter.readGroup(id, signal)),
  }),
};

/** Reads no further page of operations under way; the first one happens to show nothing. */
export const skipOperations: PlantedBug = {
  adapter: (adapter) => ({
    ...adapter,
    listOperations: async (signal) => (await adapter.listOperations(signal)).slice(0, 0),
  }),
};

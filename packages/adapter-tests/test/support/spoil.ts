import type { Adapter, ListedGroup, ObservedGroup } from "@secgroup/core";
import type { MemoryBackend } from "./memory-backend.ts";

/** Turns an adapter that passes into one with a fault. */
export type Spoil = (adapter: Adapter, backend: MemoryBackend) => Adapter;

/** The adapter with something done to every group that it reads. */
export const changeGroups = (adapter: Adapter, change: (group: ObservedGroup) => ObservedGroup): Adapter => ({
  ...adapter,
  listGroups: async (signal) =>
    (await adapter.listGroups(signal)).map((entry): ListedGroup =>
      entry.rules === "listed" ? { rules: "listed", group: change(entry.group) } : entry,
    ),
  readGroup: async (id, signal) => change(await adapter.readGroup(id, signal)),
});

import { SecurityGroupError } from "@secgroup/core";
import { changeGroups, type Spoil } from "./spoil.ts";

export const leavesOutARule: Spoil = (adapter) =>
  changeGroups(adapter, (group) => ({ ...group, rules: group.rules.slice(0, 3) }));

export const readsOnePortOfARange: Spoil = (adapter) =>
  changeGroups(adapter, (group) => ({
    ...group,
    rules: group.rules.map((observed) => {
      const { rule } = observed;
      if (!("ports" in rule) || rule.ports === "all") return observed;
      return { ...observed, rule: { ...rule, ports: { from: rule.ports.from, to: rule.ports.from } } };
    }),
  }));

export const readsTheFirstPageOnly: Spoil = (adapter, { pageSize }) => ({
  ...adapter,
  listGroups: async (signal) => (await adapter.listGroups(signal)).slice(0, pageSize),
});

export const readsHalfOfALongList: Spoil = (adapter, { pageSize }) => ({
  ...adapter,
  listGroups: async (signal) => {
    const groups = await adapter.listGroups(signal);
    return groups.length > pageSize * 2 ? groups.slice(groups.length / 2) : groups;
  },
});

export const takesErrorsForNothing: Spoil = (adapter) => ({
  ...adapter,
  listGroups: async (signal) => {
    try {
      return await adapter.listGroups(signal);
    } catch (error) {
      if (signal.aborted) throw error;
      return [];
    }
  },
});

export const throwsErrorsOfItsOwn: Spoil = (adapter) => ({
  ...adapter,
  readAttachments: async (id, signal) => {
    try {
      return await adapter.readAttachments(id, signal);
    } catch (error) {
      if (SecurityGroupError.is(error) && error.code === "forbidden")
        throw new TypeError("Forbidden", { cause: error });
      throw error;
    }
  },
});

export const tellsOtherLimits: Spoil = (adapter) => ({
  ...adapter,
  readLimits: async (signal) => ({ ...(await adapter.readLimits(signal)), rulesPerGroup: 5_000 }),
});

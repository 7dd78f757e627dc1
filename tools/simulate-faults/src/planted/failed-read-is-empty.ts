import { SecurityGroupError } from "@secgroup/core";
import type { PlantedBug } from "./planted-bug.ts";

/** Takes a list of groups that could not be read for an empty one. */
export const failedGroupsAreNone: PlantedBug = {
  adapter: (adapter) => ({ ...adapter, listGroups: (signal) => emptyAtFailure(adapter.listGroups(signal)) }),
};

/** Takes a list of operations that could not be read for an empty one. */
export const failedOperationsAreNone: PlantedBug = {
  adapter: (adapter) => ({ ...adapter, listOperations: (signal) => emptyAtFailure(adapter.listOperations(signal)) }),
};

async function emptyAtFailure<Item>(read: Promise<readonly Item[]>): Promise<readonly Item[]> {
  try {
    return await read;
  } catch (error) {
    if (SecurityGroupError.is(error) && error.code === "aborted") throw error;
    return [];
  }
}

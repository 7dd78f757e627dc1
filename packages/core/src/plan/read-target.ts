import type { Adapter } from "../adapter/adapter.ts";
import { mapConcurrently } from "../adapter/map-concurrently.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import type { ListedGroup, ObservedGroup } from "../model/group.ts";
import { throwIfAborted } from "../error/throw-if-aborted.ts";
import { pollDelay } from "../operation/poll-schedule.ts";
import { retryRead, type RetryOptions } from "../operation/retry-call.ts";

/** Reads of single groups on their way to one target at the same time. */
const concurrentReads = 4;

/** The groups of a target as read at one moment; those that nobody asked for may be without rules. */
export type ObservedTarget = readonly ListedGroup[];

/** How often a list is read again because a group of it was gone a moment later. */
const mostLists = 6;

/**
 * Reads a target: one list read and, where the list is without rules, one read for each group that is wanted. A read that fails
 * for a passing reason is made again, four times at most. So is the list when a group of it is not found by its id: it was deleted in between, or reads
 * lag behind writes.
 *
 * Throws when anything wanted could not be read whole; it never answers with less.
 */
export async function readTarget(
  adapter: Adapter,
  isWanted: (group: ListedGroup["group"]) => boolean,
  options: RetryOptions,
): Promise<ObservedTarget> {
  for (let lists = 1; ; lists++) {
    try {
      return await readOnce(adapter, isWanted, options);
    } catch (error) {
      if (!(error instanceof VanishedGroup)) throw error;
      if (lists === mostLists) throw error.cause;
      await throwIfAborted(options.clock.sleep(pollDelay(lists, 0), options.signal), options.signal);
    }
  }
}

/** A group was in the list, and a moment later there was none of its id. */
class VanishedGroup extends Error {}

async function readOnce(
  adapter: Adapter,
  isWanted: (group: ListedGroup["group"]) => boolean,
  options: RetryOptions,
): Promise<ObservedTarget> {
  const { signal } = options;
  const listed = await retryRead(() => adapter.listGroups(signal), options);
  return mapConcurrently(concurrentReads, listed, async (entry): Promise<ListedGroup> => {
    if (entry.rules === "listed" || !isWanted(entry.group)) return entry;
    try {
      return { rules: "listed", group: await retryRead(() => adapter.readGroup(entry.group.id, signal), options) };
    } catch (cause) {
      const isGone = SecurityGroupError.is(cause) && cause.code === "not-found";
      throw isGone ? new VanishedGroup(cause.message, { cause }) : cause;
    }
  });
}

/** The group with its rules. Throws `unexpected-response` when the read brought none. */
export function requireRules(entry: ListedGroup): ObservedGroup {
  if (entry.rules === "listed") return entry.group;
  throw new SecurityGroupError(
    "unexpected-response",
    `the rules of the group ${entry.group.name} (${entry.group.id}) were not read`,
  );
}

/** What a group is in force as, from `at` on until the next entry: enforced, not merely requested. */
export interface GroupHistoryEntry {
  /** Milliseconds since the epoch, on the simulator's clock. */
  readonly at: number;
  readonly cloud: "ionos" | "gcore";
  /** False in the entry that ends a group. */
  readonly exists: boolean;
  readonly name: string;
  readonly description: string;
  /** In the vendor's own form, without ids and dates. */
  readonly rules: readonly Readonly<Record<string, unknown>>[];
}

/** Every state that each group passed through, for judging what a client did to traffic on its way. */
export interface History {
  /** Adds a state; one that differs from the last in nothing but its time is left out. */
  record(groupId: string, entry: GroupHistoryEntry): void;
  /** Oldest first; empty for a group that never was. */
  of(groupId: string): readonly GroupHistoryEntry[];
}

export function createHistory(): History {
  const entries = new Map<string, GroupHistoryEntry[]>();
  return {
    record(groupId, entry) {
      const known = entries.get(groupId) ?? [];
      const last = known.at(-1);
      if (last !== undefined && contentOf(last) === contentOf(entry)) return;
      // A copy, since the caller may go on to change its rules.
      known.push(structuredClone(entry));
      entries.set(groupId, known);
    },
    of: (groupId) => [...(entries.get(groupId) ?? [])],
  };
}

const contentOf = ({ exists, name, description, rules }: GroupHistoryEntry): string =>
  JSON.stringify([exists, name, description, rules]);

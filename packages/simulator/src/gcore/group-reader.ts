import type { GcoreQuirks } from "./gcore-quirks.ts";
import type { GroupRecord, ProjectRecord } from "./gcore-records.ts";

/** What reads of groups show, which a quirk lets be behind what is in force. */
export interface GroupReader {
  /** To be told of every state that comes into force. */
  record(group: GroupRecord, at: number): void;
  /** Shows the group from now on as if it had always been like this. */
  settle(group: GroupRecord): void;
  /** The groups of the project, oldest first, as the next answer is to show them. */
  read(project: ProjectRecord): readonly GroupRecord[];
}

interface Version {
  readonly at: number;
  readonly exists: boolean;
  readonly group: GroupRecord;
}

export function createGroupReader(options: {
  readonly now: () => number;
  readonly lagMs: number;
  readonly quirks: Pick<GcoreQuirks, "readAfterWrite">;
  /** Draws whether an answer is behind; from 0 to 1. */
  readonly random: () => number;
}): GroupReader {
  const { now, lagMs, quirks, random } = options;
  const versions = new Map<string, readonly Version[]>();

  const versionOf = (group: GroupRecord, at: number): Version => ({
    at,
    exists: group.project.groups.get(group.id) === group,
    // A copy, since the group goes on to change.
    group: { ...group },
  });
  const isLate = (): boolean =>
    quirks.readAfterWrite === "late" || (quirks.readAfterWrite === "varying" && random() < 0.5);

  return {
    record(group, at) {
      if (quirks.readAfterWrite === "at-once") return;
      const known = versions.get(group.id) ?? [];
      const shown = known.findLastIndex((version) => version.at <= now() - lagMs);
      versions.set(group.id, [...known.slice(Math.max(shown, 0)), versionOf(group, at)]);
    },
    settle(group) {
      if (quirks.readAfterWrite !== "at-once") versions.set(group.id, [versionOf(group, Number.NEGATIVE_INFINITY)]);
    },
    read(project) {
      if (!isLate()) return [...project.groups.values()];
      const time = now() - lagMs;
      return [...versions.values()]
        .flatMap((known) => known.findLast(({ at }) => at <= time) ?? [])
        .filter(({ exists, group }) => exists && group.project === project)
        .map(({ group }) => group);
    },
  };
}

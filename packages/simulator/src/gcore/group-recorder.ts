import type { History } from "../history.ts";
import type { GroupRecord } from "./gcore-records.ts";
import type { GroupReader } from "./group-reader.ts";

/** Tells history and reads what came into force. Times are milliseconds since the epoch. */
export interface GroupRecorder {
  /** The group is new, or has ended. */
  record(group: GroupRecord, at: number): void;
  /** The group has changed, which its dates and its revision say as well. */
  touch(group: GroupRecord, at: number): void;
}

export function createGroupRecorder(
  recordHistory: History["record"],
  reader: Pick<GroupReader, "record">,
): GroupRecorder {
  const recorder: GroupRecorder = {
    record(group, at) {
      const exists = group.project.groups.has(group.id);
      recordHistory(group.id, {
        at,
        cloud: "gcore",
        exists,
        name: group.name,
        description: group.description,
        rules: exists ? group.rules.map(({ content }) => content) : [],
      });
      reader.record(group, at);
    },
    touch(group, at) {
      group.updatedAt = at;
      group.revision++;
      recorder.record(group, at);
    },
  };
  return recorder;
}

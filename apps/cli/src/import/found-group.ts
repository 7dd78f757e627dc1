import type { GcoreTarget, ImportedGroup, IonosTarget } from "@secgroup/config";

/** A place that groups live in, without a name yet. */
export type Place = Omit<IonosTarget, "name"> | Omit<GcoreTarget, "name">;

/** A group that was found on a target. */
export interface FoundGroup extends ImportedGroup {
  /** What the place that it was found in calls it, such as the address of a resource; absent where it has its name only. */
  readonly address?: string | undefined;
  /** Whether its id, and those that its rules name, mean nothing on the target. Default false. */
  readonly isForeign?: boolean | undefined;
}

/** A group that a file of another tool tells of. */
export interface FileGroup extends Omit<FoundGroup, "target"> {
  readonly place: Place;
}

/** Something that a file tells of and a document will not say. */
export interface LeftOut {
  readonly address: string;
  readonly reason: string;
}

/** What a file of another tool tells of groups. */
export interface FileGroups {
  readonly groups: readonly FileGroup[];
  readonly leftOut: readonly LeftOut[];
  /** What the file cannot tell, or how it was understood; sentences. */
  readonly notices: readonly string[];
}

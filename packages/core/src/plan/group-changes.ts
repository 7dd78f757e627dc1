import type { GroupDiff } from "../diff/diff-group.ts";
import type { ObservedGroup, PresentGroup } from "../model/group.ts";

/** What an ordering strategy turns into waves: one group's way from what is to what shall be. */
export type GroupChanges =
  | { readonly kind: "create"; readonly desired: PresentGroup }
  | { readonly kind: "update"; readonly observed: ObservedGroup; readonly diff: GroupDiff; readonly relabels: boolean }
  | { readonly kind: "delete"; readonly observed: ObservedGroup };

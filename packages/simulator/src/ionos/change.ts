import type { DatacenterState, GroupProperties, GroupState, RuleProperties, RuleState } from "./datacenter-state.ts";

/** What one accepted write is to do, as data. Fields that are absent from `properties` keep their value. */
export type Change = { readonly etag: string; readonly at: number } & (
  | { readonly kind: "create-group"; readonly group: GroupState }
  | {
      readonly kind: "update-group";
      readonly groupId: string;
      readonly properties: Partial<GroupProperties>;
      /** Given when the rules are replaced as well. */
      readonly rules?: readonly RuleState[] | undefined;
    }
  | { readonly kind: "delete-group"; readonly groupId: string }
  | { readonly kind: "create-rule"; readonly groupId: string; readonly rule: RuleState }
  | {
      readonly kind: "update-rule";
      readonly groupId: string;
      readonly ruleId: string;
      readonly properties: Partial<RuleProperties>;
    }
  | { readonly kind: "delete-rule"; readonly groupId: string; readonly ruleId: string }
  | {
      readonly kind: "attach";
      readonly serverId: string;
      readonly nicId?: string | undefined;
      readonly groupIds: readonly string[];
    }
  | {
      readonly kind: "update-datacenter";
      readonly properties: Partial<Pick<DatacenterState, "name" | "description" | "defaultSecurityGroupId">>;
      /** A predefined group to be made; it becomes the default where there is none. */
      readonly defaultGroup?: GroupState | undefined;
      /** Whether the servers of the old default group become members of the new one instead. */
      readonly movesMembers?: boolean;
    }
);

/** The id of the group that the change is about, or that it makes. */
export function groupOf(change: Change): string | undefined {
  switch (change.kind) {
    case "create-group":
      return change.group.id;
    case "update-datacenter":
      return change.defaultGroup?.id;
    case "attach":
      return undefined;
    case "update-group":
    case "delete-group":
    case "create-rule":
    case "update-rule":
    case "delete-rule":
      return change.groupId;
  }
}

import {
  isEmptyPlan,
  type GroupFieldsChange,
  type GroupId,
  type GroupPlan,
  type Plan,
  type PlannedRelabel,
  type PlannedRule,
  type PlannedTraffic,
  type Rule,
  type SecurityGroupError,
} from "@secgroup/core";
import { errorToJson, type ErrorJson } from "./error-to-json.ts";

interface GroupDrift {
  readonly key: string;
  readonly name: string;
  readonly id?: GroupId | undefined;
  readonly status: "same" | "differs" | "missing" | "unexpected";
  /** What the fields should be. */
  readonly fields?: GroupFieldsChange | undefined;
  readonly missing?: readonly Rule[] | undefined;
  readonly unexpected?: readonly PlannedRule[] | undefined;
  readonly relabelled?: readonly PlannedRelabel[] | undefined;
  /** What the cloud allows and the document does not. */
  readonly tooOpen?: readonly PlannedTraffic[] | undefined;
  /** What the document allows and the cloud does not. */
  readonly tooClosed?: readonly PlannedTraffic[] | undefined;
}

/** How the clouds differ from the document, as `--json` prints it. */
export interface DriftJson {
  readonly drift: boolean;
  /** Why targets could not be compared; absent when all were. */
  readonly failed?: readonly ErrorJson[] | undefined;
  readonly targets: readonly {
    readonly target: string;
    readonly cloud: string;
    readonly groups: readonly GroupDrift[];
  }[];
}

export function driftToJson(plan: Plan, failed: readonly SecurityGroupError[]): DriftJson {
  return {
    failed: failed.length === 0 ? undefined : failed.map(errorToJson),
    drift: !isEmptyPlan(plan),
    targets: plan.targets.map(({ target, cloud, location, groups }) => ({
      target,
      cloud,
      location,
      groups: groups.map(groupDrift),
    })),
  };
}

function groupDrift(group: GroupPlan): GroupDrift {
  const { key, name, traffic } = group;
  const differs = { tooOpen: traffic?.closes, tooClosed: traffic?.opens };
  switch (group.action) {
    case "create":
      return { key, name, status: "missing", ...differs };
    case "delete":
      return { key, name, id: group.id, status: "unexpected", ...differs };
    case "stay-absent":
      return { key, name, status: "same" };
    case "update":
    case "keep":
      return {
        key,
        name: group.previousName,
        id: group.id,
        status: group.action === "keep" ? "same" : "differs",
        fields: group.fields,
        missing: group.added,
        unexpected: group.removed,
        relabelled: [...group.relabelled, ...group.relabelsLeft],
        ...differs,
      };
  }
}

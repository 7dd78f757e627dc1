import type { components } from "@secgroup/api-types/gcore";
import type { StoredRule } from "./compare-rules.ts";
import type { Tags } from "./merge-tags.ts";

type Schemas = components["schemas"];

/** One project in one region, with all that lives there, each by its id in order of creation. */
export interface ProjectRecord {
  readonly projectId: number;
  readonly regionId: number;
  /** Display name of the region. */
  readonly region: string;
  readonly groups: Map<string, GroupRecord>;
  readonly instances: Map<string, InstanceRecord>;
  readonly ports: Map<string, PortRecord>;
}

export interface GroupRecord {
  readonly id: string;
  readonly project: ProjectRecord;
  readonly createdAt: number;
  readonly readOnlyTags: Tags;
  name: string;
  description: string;
  rules: readonly StoredRule[];
  tags: Tags;
  updatedAt: number;
  /** Counts the changes. */
  revision: number;
}

export interface InstanceRecord {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
}

export interface PortRecord {
  readonly id: string;
  readonly instanceId: string;
  readonly macAddress: string;
  readonly networkId: string;
  readonly subnetId: string;
  readonly createdAt: number;
  groupIds: readonly string[];
  portSecurityEnabled: boolean;
  allowedAddressPairs: readonly Schemas["AllowedAddressPairsResponseSerializer"][];
  ipAssignments: readonly Schemas["IpAssignmentSerializer"][];
  tags: Tags;
  updatedAt: number;
}

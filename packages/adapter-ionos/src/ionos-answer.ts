import type {
  ContractProperties,
  DatacenterProperties,
  FirewallruleProperties,
  ResourceLimits,
  SecurityGroup,
  SecurityGroupEntities,
  SecurityGroupProperties,
} from "@secgroup/api-types/ionos";
import * as z from "zod";
import {
  collection,
  id,
  page,
  type Collection,
  type Fields,
  type Optional,
  type Page,
  type Schema,
} from "./answer-schema.ts";

/** A rule in the vendor's words; the enumerations are open. */
export interface RuleProperties {
  readonly name?: Optional<string>;
  readonly protocol: string;
  readonly type?: Optional<string>;
  readonly ipVersion?: Optional<string>;
  readonly sourceIp?: Optional<string>;
  readonly targetIp?: Optional<string>;
  readonly sourceMac?: Optional<string>;
  readonly portRangeStart?: Optional<number>;
  readonly portRangeEnd?: Optional<number>;
  readonly icmpType?: Optional<number>;
  readonly icmpCode?: Optional<number>;
}

const ruleProperties = z.object({
  name: z.nullish(z.string()),
  protocol: z.string(),
  type: z.nullish(z.string()),
  ipVersion: z.nullish(z.string()),
  sourceIp: z.nullish(z.string()),
  targetIp: z.nullish(z.string()),
  sourceMac: z.nullish(z.string()),
  portRangeStart: z.nullish(z.number()),
  portRangeEnd: z.nullish(z.number()),
  icmpType: z.nullish(z.number()),
  icmpCode: z.nullish(z.number()),
} satisfies Fields<FirewallruleProperties>);

/** A rule as a reference, or with its properties. */
export interface RuleAnswer {
  readonly id: string;
  readonly properties?: Optional<RuleProperties>;
}

/** A rule with its properties. */
export interface CompleteRule extends RuleAnswer {
  readonly properties: RuleProperties;
}

/** `GET …/securitygroups/{id}/rules`. */
export const rulesPage: Schema<Page<CompleteRule>> = page(z.object({ id, properties: ruleProperties }));

/** A group, its rules as far as the depth tells them. */
export interface GroupAnswer {
  readonly id: string;
  readonly properties: { readonly name: string; readonly description?: Optional<string> };
  readonly entities?: Optional<{ readonly rules?: Optional<Collection<RuleAnswer>> }>;
}

const groupProperties = z.object({
  name: z.string(),
  description: z.nullish(z.string()),
} satisfies Fields<SecurityGroupProperties>);

const ruleReference = z.object({ id, properties: z.nullish(ruleProperties) });

/** `GET …/securitygroups/{id}`. */
export const groupAnswer: Schema<GroupAnswer> = z.object({
  id,
  properties: groupProperties,
  entities: z.nullish(
    z.object({ rules: z.nullish(collection(ruleReference)) } satisfies Fields<SecurityGroupEntities>),
  ),
} satisfies Fields<SecurityGroup>);

/** `GET …/securitygroups`. */
export const groupsPage: Schema<Page<GroupAnswer>> = page(groupAnswer);

/** A server or a network interface that a group is attached to. */
export interface MemberAnswer {
  readonly id: string;
  readonly properties?: Optional<{ readonly name?: Optional<string> }>;
}

/** A group's members. */
export interface MembersAnswer {
  readonly entities: { readonly servers: Page<MemberAnswer>; readonly nics: Page<MemberAnswer> };
}

const member = z.object({ id, properties: z.nullish(z.object({ name: z.nullish(z.string()) })) });

/** `GET …/securitygroups/{id}`, for what uses the group; throws when the depth did not tell. */
export const membersAnswer: Schema<MembersAnswer> = z.object({
  entities: z.object({ servers: page(member), nics: page(member) } satisfies Fields<SecurityGroupEntities>),
});

/** `GET /datacenters/{id}`. */
export const datacenterAnswer: Schema<{
  readonly properties: { readonly name?: Optional<string>; readonly defaultSecurityGroupId?: Optional<string> };
}> = z.object({
  properties: z.object({
    name: z.nullish(z.string()),
    defaultSecurityGroupId: z.nullish(z.string()),
  } satisfies Fields<DatacenterProperties>),
});

/** A contract and its limits. */
export interface ContractAnswer {
  readonly properties?: Optional<{
    readonly contractNumber?: Optional<number>;
    readonly resourceLimits?: Optional<{
      readonly rulesPerSecurityGroup?: Optional<number>;
      readonly securityGroupsPerVdc?: Optional<number>;
    }>;
  }>;
}

const resourceLimits = z.object({
  rulesPerSecurityGroup: z.nullish(z.number()),
  securityGroupsPerVdc: z.nullish(z.number()),
} satisfies Fields<ResourceLimits>);

/** `GET /contracts` at depth 1. */
export const contractsAnswer: Schema<{ readonly items?: Optional<readonly ContractAnswer[]> }> = z.object({
  items: z.nullish(
    z.array(
      z.object({
        properties: z.nullish(
          z.object({
            contractNumber: z.nullish(z.number()),
            resourceLimits: z.nullish(resourceLimits),
          } satisfies Fields<ContractProperties>),
        ),
      }),
    ),
  ),
});

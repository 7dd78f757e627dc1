import * as z from "zod";

/** What is used of a rule (`SecurityGroupRuleSerializer`). */
export interface RuleAnswer {
  readonly id: string;
  readonly direction: string;
  readonly ethertype?: string | null | undefined;
  /** Open: answers of older regions hold protocol numbers as text, such as "50". */
  readonly protocol: string | null;
  readonly port_range_min: number | null;
  readonly port_range_max: number | null;
  readonly remote_ip_prefix: string | null;
  readonly remote_group_id: string | null;
  readonly description?: string | null | undefined;
}

/** What is used of a group (`SecurityGroupSerializer`). */
export interface GroupAnswer {
  readonly id: string;
  readonly name: string;
  /** Was nullable and optional in the vendor's document until May 2026. */
  readonly description?: string | null | undefined;
  readonly tags_v2: readonly { readonly key: string; readonly value: string; readonly read_only: boolean }[];
  /** Absent means unknown, not empty. */
  readonly security_group_rules?: readonly RuleAnswer[] | null | undefined;
}

/** What is used of a task (`TaskSerializer`). */
export interface TaskAnswer {
  readonly id: string;
  /** Open: a word that is not known yet must not stop a wait. */
  readonly state: string;
  readonly error?: string | null | undefined;
  readonly created_resources?: { readonly security_groups?: readonly string[] | null | undefined } | null | undefined;
}

/** What is used of a task that is under way. */
export interface OpenTaskAnswer {
  readonly id: string;
  readonly task_type: string;
  readonly state: string;
  readonly project_id?: number | null | undefined;
  readonly region_id?: number | null | undefined;
  /** The task's parameters; what they hold is not documented. */
  readonly data?: unknown;
}

/** What is used of an instance (`InstanceSerializer`). */
export interface InstanceAnswer {
  readonly id: string;
  readonly name?: string | null | undefined;
}

/** One page of a collection; `count` is the number of items on all pages together (the vendor's pagination guide). */
export interface PageAnswer<Item> {
  readonly count: number;
  readonly results: readonly Item[];
}

// A field that decides which packets match must be there, though it may be null: an absent remote taken for "any" would
// report a rule as wider than it is.
const ruleAnswer: z.ZodType<RuleAnswer> = z.object({
  id: z.string(),
  direction: z.string(),
  ethertype: z.nullish(z.string()),
  protocol: z.nullable(z.string()),
  port_range_min: z.nullable(z.number()),
  port_range_max: z.nullable(z.number()),
  remote_ip_prefix: z.nullable(z.string()),
  remote_group_id: z.nullable(z.string()),
  description: z.nullish(z.string()),
});

/** As `SecurityGroupInstanceViewSet.get` answers. */
export const groupAnswer: z.ZodType<GroupAnswer> = z.object({
  id: z.string(),
  name: z.string(),
  description: z.nullish(z.string()),
  tags_v2: z.array(z.object({ key: z.string(), value: z.string(), read_only: z.boolean() })),
  security_group_rules: z.nullish(z.array(ruleAnswer)),
});

/** As `SecurityGroupViewSet.get` answers. */
export const groupPageAnswer: z.ZodType<PageAnswer<GroupAnswer>> = pageOf(groupAnswer);

/** As `SecurityGroupsInstancesView.get` answers. */
export const instancePageAnswer: z.ZodType<PageAnswer<InstanceAnswer>> = pageOf(
  z.object({ id: z.string(), name: z.nullish(z.string()) }),
);

// An id becomes a part of a path.
const taskId = z.string().regex(/^[\w-]+$/);

/** As every v2 write answers (`TaskIDsSerializer`). */
export const taskIdsAnswer: z.ZodType<{ readonly tasks: readonly string[] }> = z.object({ tasks: z.array(taskId) });

/** As `TaskInstanceViewSet.get` answers. */
export const taskAnswer: z.ZodType<TaskAnswer> = z.object({
  id: taskId,
  state: z.string(),
  error: z.nullish(z.string()),
  created_resources: z.nullish(z.object({ security_groups: z.nullish(z.array(z.string())) })),
});

/** As `TaskViewSet.get` answers, with tasks of any kind: what a foreign one looks like does not matter. */
export const taskPageAnswer: z.ZodType<PageAnswer<unknown>> = pageOf(z.unknown());

/** As `TaskViewSet.get` answers, where every task matters. */
export const openTaskPageAnswer: z.ZodType<PageAnswer<OpenTaskAnswer>> = pageOf(
  z.object({
    id: taskId,
    task_type: z.string(),
    state: z.string(),
    project_id: z.nullish(z.number()),
    region_id: z.nullish(z.number()),
    data: z.optional(z.unknown()),
  }),
);

function pageOf<Item>(item: z.ZodType<Item>): z.ZodType<PageAnswer<Item>> {
  return z.object({ count: z.number(), results: z.array(item) });
}

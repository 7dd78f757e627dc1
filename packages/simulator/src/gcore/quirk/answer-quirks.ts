/** What answers about groups, and refusals of any kind, leave open. */
export const answerQuirks = {
  readAfterWrite: {
    values: ["at-once", "late", "varying"],
    default: "at-once",
    fact: "No document says that a read shows what a finished task, or a deletion, has done.",
    note: "`late`: reads of groups show what was in force `lagMs` ago. `varying`: each read shows that or the present, drawn from `seed`.",
  },
  ruleOrder: {
    values: ["creation", "newest-first", "shuffled"],
    default: "creation",
    fact: 'The schema of a group has a list of rules, and neither it nor "Get security group" an order for them.',
    note: "`shuffled` draws anew for each answer.",
  },
  groupOrder: {
    values: ["creation", "newest-first"],
    default: "creation",
    fact: '"List security groups" has pages, and no order of what is on them.',
  },
  listedRules: {
    values: ["present", "absent"],
    default: "present",
    fact: "`security_group_rules` is not among the required fields of a group; when it is left out no operation says.",
    note: "Concerns only the list of groups.",
  },
  emptyRuleDescription: {
    values: ["empty", "null"],
    default: "empty",
    fact: 'The description of a rule may be null in answers, while requests default it to "".',
  },
  unauthorizedBody: {
    values: ["envelope", "detail", "text", "empty"],
    default: "envelope",
    fact: 'The guide "Error handling" gives 401 the classes `not_authenticated` and `token_not_valid`, which belong to the layer before the API; its body is not shown.',
    note: "`detail` is an object `{detail, code}`, `text` is not JSON.",
  },
  v2List: {
    values: ["absent", "present"],
    default: "absent",
    fact: 'The guide "Add and configure a firewall" tells readers to list groups by `GET /cloud/v2/security_groups/{project_id}/{region_id}`, which no OpenAPI document has.',
    note: "`absent` answers 405, since the path has other methods; `present` answers as v1 does.",
  },
} as const;

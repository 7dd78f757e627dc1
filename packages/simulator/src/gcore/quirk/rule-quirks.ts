/** What the rules of a request leave open: which are stored as what, and how the others are refused. */
export const ruleQuirks = {
  hostBits: {
    values: ["rejected", "masked", "kept"],
    default: "rejected",
    fact: "The schema of `remote_ip_prefix` names only the format `ipvanynetwork`: Pydantic's strict networks reject 10.0.0.1/8, OpenStack Neutron keeps it.",
  },
  fullPortRange: {
    values: ["null", "kept"],
    default: "null",
    fact: "Nothing tells which release of OpenStack Neutron a region runs; those since late 2019 store ports 1 to 65535 as no ports at all.",
    note: "`null` also passes the whole range for a protocol without ports.",
  },
  anyPrefix: {
    values: ["kept", "null", "prefix"],
    default: "kept",
    fact: "No document says how 0.0.0.0/0, ::/0 and a missing `remote_ip_prefix`, which mean the same, are stored.",
    note: "`null` stores all as no prefix, `prefix` all as 0.0.0.0/0 or ::/0. They are duplicates of each other in any case.",
  },
  ipencapAndIpip: {
    values: ["distinct", "colliding", "ipencap", "ipip"],
    default: "distinct",
    fact: "The protocols of a rule have the names `ipencap` and `ipip`, both in use for number 4, without a word on how they relate.",
    note: "`colliding` stores both as sent and takes them for duplicates; the last two store both under that name.",
  },
  nullRemoteGroup: {
    values: ["accepted", "rejected"],
    default: "accepted",
    fact: '`remote_group_id` of a rule may be null in the documented page of "Update security group", and may not in newer documents.',
    note: "Rejected with 400 at once. A rule without the field is accepted always.",
  },
  bothRemotes: {
    values: ["400", "409", "accepted"],
    default: "400",
    fact: "The schema of a rule allows `remote_ip_prefix` beside `remote_group_id`, which OpenStack Neutron refuses; no operation says with what.",
  },
  missingRemoteGroup: {
    values: ["404", "400", "task-error"],
    default: "404",
    fact: "No operation says how a `remote_group_id` is refused that does not exist, or is in another project or region.",
  },
  duplicateRules: {
    values: ["409", "400", "task-error", "merged"],
    default: "409",
    fact: "No operation says what becomes of two rules of one request that are the same but for their descriptions.",
    note: "`merged` keeps the first.",
  },
  ruleValidation: {
    values: ["at-once", "in-task"],
    default: "at-once",
    fact: 'The guides "Error handling" and "Asynchronous operations" have refusals at once and tasks that end in ERROR, and do not say which checks are made where.',
    note: "Concerns what OpenStack Neutron checks: ports, protocol and IP version, both remotes, a rule that is there already. What the schema rules out is always refused at once.",
  },
} as const;

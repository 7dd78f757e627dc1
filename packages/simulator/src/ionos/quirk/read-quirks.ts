/** What is open about what reads tell, and when. */
export const readQuirks = {
  readAfterWrite: {
    values: ["requested", "in-force", "lists-lag", "all-lag"],
    default: "requested",
    fact: "A write answers with the object as it is to be; whether reads tell that, and when, is not said. The vendor's Terraform provider repeats reads that answer 404 right after a creation.",
    note: "requested tells what is pending too, in-force only what is done, which makes a new object a 404 until then; with lists-lag lists follow lagMs after that, with all-lag all reads do.",
  },
  leavingObjects: {
    values: ["told", "hidden"],
    default: "told",
    fact: "Whether reads tell a group or rule whose deletion is pending is not said; the vendor's command line tool takes a 404 for the end of a deletion (operations datacentersSecuritygroupsDelete and -FirewallrulesDelete).",
    note: "hidden matters where readAfterWrite is requested, since all else tells what is in force.",
  },
  pendingState: {
    values: ["BUSY", "AVAILABLE", "UPDATING"],
    default: "BUSY",
    fact: "BUSY is described as a pending modification, but the enumeration of states has others for it, and none is promised for groups and rules (schema DatacenterElementMetadata).",
  },
  busyScope: {
    values: ["group", "object", "datacenter"],
    default: "group",
    fact: "Which objects are BUSY while a request on one rule is pending is not said (schema DatacenterElementMetadata, field state).",
  },
  groupRulesDepth: {
    values: [3, 2],
    default: 3,
    fact: "The text of depth counts levels without naming them; a test of the vendor's Terraform provider asserts properties of rules at 3 and ids at 2 (operation datacentersSecuritygroupsFindById).",
    note: "From which depth a single group tells its rules and members with their properties.",
  },
  listRulesDepth: {
    values: [3, 4, "never"],
    default: 3,
    fact: "The text of depth counts levels without naming them; the vendor's Terraform provider reads rules from the list of groups at 3 (operation datacentersSecuritygroupsGet).",
    note: "Below it, and for never at any depth, rules are references.",
  },
  rulesListDepth: {
    values: [1, 0, 2, 3],
    default: 1,
    fact: "From which depth the list of rules tells their properties is not said (operation datacentersSecuritygroupsRulesGet).",
  },
  listFilters: {
    values: ["refused", "ignored", "honoured"],
    default: "refused",
    fact: "The vendor's SDKs offer filters by property, orderBy and maxResults for every list; the API reference does not list them for groups and rules (operations datacentersSecuritygroupsGet and -RulesGet).",
  },
  listOrder: {
    values: ["oldest-first", "newest-first", "by-id"],
    default: "oldest-first",
    fact: "No order of groups and rules in lists is named (operations datacentersSecuritygroupsGet and -RulesGet).",
  },
} as const;

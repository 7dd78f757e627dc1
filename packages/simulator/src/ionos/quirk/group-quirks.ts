/** What is open about groups, their members and the datacenter's default. */
export const groupQuirks = {
  postWithRules: {
    values: ["created", "ignored", "refused"],
    default: "created",
    fact: "The API reference's example creates a group together with rules, though the schema marks the items of a collection as read-only (operation datacentersSecuritygroupsPost, field entities.rules).",
  },
  putWithRules: {
    values: ["ignored", "replaces", "adds", "refused"],
    default: "ignored",
    fact: "The request schema has entities.rules, while the operation is described as changing properties (operation datacentersSecuritygroupsPut).",
  },
  patchWithoutName: {
    values: ["accepted", "refused"],
    default: "accepted",
    fact: "PATCH shares a schema with PUT in which name is required; whether the description alone may be sent is not said (operation datacentersSecuritygroupsPatch).",
  },
  wrappedPatch: {
    values: ["refused", "accepted", "ignored"],
    default: "refused",
    fact: "The page 'Update a Network Security Group' says PUT(PATCH) above a body wrapped in properties; the API reference has a bare body for PATCH (operations datacentersSecuritygroupsPatch, -RulesPatch and datacentersPatch).",
    note: "ignored answers as if nothing had been named.",
  },
  deleteInUse: {
    values: ["refused", "detaches", "fails"],
    default: "refused",
    fact: "No document says what DELETE does to a group that is attached or the datacenter's default (operation datacentersSecuritygroupsDelete).",
    note: "refused is a 422; with fails the request is taken and ends FAILED.",
  },
  limitExceeded: {
    values: ["422", "403", "409", "fails"],
    default: "422",
    fact: "The NSG FAQs name limits of groups and rules, and no document the answer to a call that exceeds one (operations datacentersSecuritygroupsPost, -FirewallrulesPost and datacentersServersSecuritygroupsPut).",
    note: "With fails the call is taken and its request ends FAILED.",
  },
  defaultGroupRules: {
    values: ["named", "unnamed", "with-blocks"],
    default: "named",
    fact: "The NSG FAQs describe the four rules of a default group in words; names and fields are not published (operation datacentersPatch, field createDefaultSecurityGroup).",
    note: "with-blocks writes 0.0.0.0/0 and ::/0 for any address.",
  },
  oldDefaultMembers: {
    values: ["stay", "move"],
    default: "stay",
    fact: "New servers join the datacenter's default group; whether members of the old one move when it changes is not said (operation datacentersPatch, field defaultSecurityGroupId).",
  },
  ifMatch: {
    values: ["ignored", "honoured"],
    default: "ignored",
    fact: "Objects have an etag, which ETag repeats; no operation lists If-Match (schema DatacenterElementMetadata).",
    note: "honoured refuses a write with 412 when the object of its path has another etag.",
  },
  attachmentReads: {
    values: ["absent", "answered"],
    default: "absent",
    fact: "Groups tell addresses of their collections servers and nics, and no operation reads these or what a server or NIC is attached to (schema SecurityGroupEntities).",
    note: "GET of securitygroups/{id}/servers, securitygroups/{id}/nics, servers/{id}/securitygroups and nics/{id}/securitygroups.",
  },
} as const;

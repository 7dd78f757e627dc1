/** What is open about the fields of a rule: what is taken, what is kept, and how it is told afterwards. */
export const ruleQuirks = {
  duplicateRules: {
    values: ["accepted", "409", "422", "fails"],
    default: "accepted",
    fact: "No document says what becomes of a rule that equals another of its group in all but the name (operation datacentersSecuritygroupsFirewallrulesPost).",
    note: "409 and 422 refuse at once; with fails the request is taken and ends FAILED.",
  },
  hostBits: {
    values: ["kept", "masked", "rejected"],
    default: "kept",
    fact: "sourceIp and targetIp are described as an IP or a CIDR; what becomes of host bits that are set is not said (schema FirewallruleProperties).",
  },
  anyBlock: {
    values: ["kept", "null"],
    default: "kept",
    fact: "Null stands for any address; whether 0.0.0.0/0 and ::/0 are turned into it is not said (schema FirewallruleProperties, sourceIp and targetIp).",
  },
  singleAddress: {
    values: ["kept", "with-prefix", "without-prefix"],
    default: "kept",
    fact: "An address may be given with or without a prefix that covers it alone; which of the two is told afterwards is not said (schema FirewallruleProperties, sourceIp and targetIp).",
  },
  ipv6Spelling: {
    values: ["kept", "compressed", "expanded", "upper-case"],
    default: "kept",
    fact: "No document says in which of its spellings an IPv6 address is told (schema FirewallruleProperties, sourceIp and targetIp).",
  },
  macCase: {
    values: ["kept", "lower", "upper"],
    default: "kept",
    fact: "The form aa:bb:cc:dd:ee:ff is asked for; whether the case of what is sent is kept is not said (schema FirewallruleProperties, sourceMac).",
  },
  halfPortRange: {
    values: ["rejected", "kept", "completed"],
    default: "rejected",
    fact: "Both ends are to be left out for all ports; what one without the other means is not said (schema FirewallruleProperties, portRangeStart and portRangeEnd).",
    note: "completed takes the end that is given for the other one too.",
  },
  reversedPortRange: {
    values: ["rejected", "kept", "swapped"],
    default: "rejected",
    fact: "What becomes of a range that starts behind its end is not said (schema FirewallruleProperties, portRangeStart and portRangeEnd).",
  },
  unsetPortsByPatch: {
    values: ["refused", "accepted", "ignored"],
    default: "refused",
    fact: "The ports are told to be null for all ports, but are not marked nullable as the other fields are (operation datacentersSecuritygroupsRulesPatch).",
  },
  absentPorts: {
    values: ["null", "absent"],
    default: "null",
    fact: "The answer on the how-to page 'Create rules' tells fields without a value as null; it has ports, and these alone are not marked nullable (schema FirewallruleProperties).",
    note: "How a rule for all ports is told.",
  },
  toldIpVersion: {
    values: ["always", "null-with-address"],
    default: "always",
    fact: "ipVersion is nullable and deduced from the addresses when left out; whether it is told where an address tells it is not said (schema FirewallruleProperties).",
  },
  absentText: {
    values: ["absent", "empty"],
    default: "absent",
    fact: "The name of a rule and the description of a group are optional and not marked nullable; how they are told when they were not given is not said (schemas FirewallruleProperties and SecurityGroupProperties).",
    note: "empty tells them as texts without a character.",
  },
  updateOfType: {
    values: ["accepted", "refused-when-changed", "refused", "ignored"],
    default: "accepted",
    fact: "Of protocol it is said that an update must not name it; of the direction nothing is said (operations datacentersSecuritygroupsRulesPatch and -Put, field type).",
    note: "refused does not let an update name it at all.",
  },
  updateOfIpVersion: {
    values: ["accepted", "refused-when-changed", "refused", "ignored"],
    default: "accepted",
    fact: "Of protocol it is said that an update must not name it; of the address family nothing is said (operations datacentersSecuritygroupsRulesPatch and -Put, field ipVersion).",
    note: "refused does not let an update name it at all.",
  },
  putRuleProtocol: {
    values: ["repeated", "optional", "refused"],
    default: "repeated",
    fact: "The schema requires protocol, and its text disallows it in updates: whether PUT must repeat it, may, or must not is open (operation datacentersSecuritygroupsRulesPut).",
  },
  ruleUpdate: {
    values: ["atomic", "remove-then-add"],
    default: "atomic",
    fact: "No document promises that a rule goes over from what it was to what it is to be without a gap (operations datacentersSecuritygroupsRulesPatch and -Put).",
    note: "With remove-then-add it is not in force for a moment, unless its name alone changes.",
  },
} as const;

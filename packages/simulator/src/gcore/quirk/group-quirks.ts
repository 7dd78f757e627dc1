/** What creation and deletion of groups leave open. */
export const groupQuirks = {
  nameUniqueness: {
    values: ["accepted", "409", "400", "task-error"],
    default: "accepted",
    fact: "No operation says whether a name may be given twice in one project and region. OpenStack Neutron allows it; instances take groups by name.",
    note: "Concerns create, copy and rename. A second group `default` is refused with 409 in any case.",
  },
  descriptionLimit: {
    values: ["none", "255"],
    default: "none",
    fact: "The description of a group has no `maxLength` in any schema; that of a rule has 255.",
    note: "A longer one is refused with 400 at once.",
  },
  quotaExceeded: {
    values: ["400", "403", "task-error"],
    default: "400",
    fact: 'The guide "Error handling" names the class QuotaLimitExceed without its status, and "Asynchronous operations" shows a quota in the error of a task.',
    note: 'Concerns the number of groups (option `groupLimit`) and the 251st rule by "Create security group rule".',
  },
  defaultTemplate: {
    values: ["allow-all", "allow-all-ipv4", "allow-all-described", "egress-only"],
    default: "allow-all",
    fact: '"Create security group" without `rules` gives a template that allows everything both ways, and does not list its rules; the guide "Add and configure a firewall" says that a new group has no inbound rules.',
    note: "One rule for each direction and IP version; `allow-all-described` with descriptions. A revert goes back to it as well.",
  },
  ingressOnlyCreate: {
    values: ["as-sent", "egress-added"],
    default: "as-sent",
    fact: '"Create security group" once had "no egress rules given: default egress set", and now says that a list of rules is taken as it is; whether all regions do so is not told.',
    note: "Concerns a list with rules, but none for egress.",
  },
  referredDelete: {
    values: ["cascade", "refused"],
    default: "cascade",
    fact: '"Delete security group" does not say what becomes of rules of other groups that refer to it; OpenStack Neutron deletes them silently.',
    note: "Refused with 409.",
  },
  inUseDelete: {
    values: ["409", "400"],
    default: "409",
    fact: 'The guide "Add and configure a firewall" says that deleting an attached group "returns an error"; "Delete security group" documented 409 for it until 2026-01 and documents nothing since.',
  },
} as const;

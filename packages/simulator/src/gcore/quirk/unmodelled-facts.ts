import type { UnmodelledFact } from "../../quirk.ts";

/** What Gcore's documents leave open as well, and why it is no quirk. */
export const gcoreUnmodelledFacts: readonly UnmodelledFact[] = [
  {
    fact: "Which release of OpenStack Neutron a region runs.",
    reason:
      "Seen only through what it stores and refuses, which are quirks of their own (fullPortRange, anyPrefix, hostBits, ipencapAndIpip, ruleValidation).",
  },
  {
    fact: 'Whether egress to port 25 is open in the default group: the guide "Add and configure a firewall" says both.',
    reason: "A filter of the platform, not a rule: no answer of the API shows it, and no packets are simulated.",
  },
  {
    fact: 'How many requests are allowed, and whether a 429 bears Retry-After: the guide "Error handling" has neither.',
    reason:
      "Belongs to the rate limit in front of both clouds, whose models and forms of Retry-After are options of the simulator.",
  },
  {
    fact: "How many groups a project may have in a region unless its quota is raised (`firewall_count_limit`).",
    reason:
      "A number, not a behaviour: option `groupLimit` sets any. What happens at the limit is the quirk quotaExceeded.",
  },
  {
    fact: 'What "Revert security group" goes back to: "previous state" in the operation, the default set in the guide, possibly for default groups only.',
    reason:
      "A single behaviour is simulated, the guide's: no client of security groups needs it to reach a declared state.",
  },
  {
    fact: 'Whether the former API\'s protocol numbers in text (`"50"`) still come back in answers.',
    reason: "The documented schema of answers has names only, and nothing simulated can store a number.",
  },
  {
    fact: "When `ethertype` of a rule is null in an answer, which the schema allows.",
    reason: "No request can make such a rule: without one it is IPv4.",
  },
  {
    fact: 'Whether several `tag_key` of "List security groups" ask for all of them or for one.',
    reason: "A single behaviour, all of them, is simulated: no client needs it to reach a declared state.",
  },
  {
    fact: "How long a task takes, and how long its id is known.",
    reason: "Numbers: options `newMs` and `runningMs` set the first; ids are known for ever.",
  },
  {
    fact: "Whether there is an official client for TypeScript, and which bugs others have reported of the existing ones.",
    reason: "Concerns clients, not the cloud.",
  },
];

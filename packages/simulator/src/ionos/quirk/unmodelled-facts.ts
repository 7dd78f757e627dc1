import type { UnmodelledFact } from "../../quirk.ts";

/** What IONOS' documents leave open as well, and no answer of the simulated cloud depends on. */
export const ionosUnmodelledFacts: readonly UnmodelledFact[] = [
  {
    fact: "Which of sourceIp and targetIp is the member's own address in an EGRESS rule (schema FirewallruleProperties).",
    reason: "The fields are kept and told as they are; only a packet filter gives them a meaning.",
  },
  {
    fact: "Whether outgoing traffic is dropped once a group without EGRESS rules applies.",
    reason: "It is about packets, and no packet passes through the simulator.",
  },
  {
    fact: "How the rules of a NIC's own firewall and those of groups add up, and whether firewallActive=false switches groups off (schema NicProperties).",
    reason: "It is about packets, and the operations on a NIC's own firewall are not simulated.",
  },
  {
    fact: "How a server's and its NICs' groups add up.",
    reason: "It is about packets. Memberships are kept and told apart.",
  },
  {
    fact: "The numbers in X-RateLimit-Limit and X-RateLimit-Burst.",
    reason: "They are no choice among a few values: the option rateLimit sets them.",
  },
  {
    fact: "Whether a suspended Cube or a node of Managed Kubernetes is refused as a member, and how.",
    reason: "The simulated cloud has servers of one kind only.",
  },
];

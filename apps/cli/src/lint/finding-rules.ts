import type { FindingId } from "@secgroup/core";
import type { PlacedFinding } from "./placed-finding.ts";

/** What a kind of finding is about, for readers of reports. */
export interface FindingRule {
  readonly id: FindingId;
  readonly title: string;
  /** Why it matters, and what to do. */
  readonly help: string;
  /** The level when nothing else is said. */
  readonly level: PlacedFinding["level"];
  readonly tags: readonly string[];
}

const shareHelp = [
  "It is an error when the whole internet of an IP version may reach it, and a warning from 1/256 of the public addresses on.",
  "All rules of the group are judged together.",
].join(" ");

/** Every kind of finding. */
export const findingRules: readonly FindingRule[] = [
  {
    id: "ssh-open-to-world",
    title: "SSH is open to the internet",
    help: `Allow tcp/22 only from the addresses that operators come from. ${shareHelp}`,
    level: "error",
    tags: ["security"],
  },
  {
    id: "rdp-open-to-world",
    title: "Remote Desktop is open to the internet",
    help: `Allow port 3389 only from the addresses that operators come from. ${shareHelp}`,
    level: "error",
    tags: ["security"],
  },
  {
    id: "database-open-to-world",
    title: "A database is open to the internet",
    help: `Allow a database's port only from the group or the addresses of its clients. ${shareHelp}`,
    level: "error",
    tags: ["security"],
  },
  {
    id: "all-ports-open-to-world",
    title: "All ports are open to the internet",
    help: `Allow only the ports of services that are meant for everybody. ${shareHelp}`,
    level: "error",
    tags: ["security"],
  },
  {
    id: "redundant-rule",
    title: "A rule is not needed",
    help: "Other rules of the group allow everything that it allows. Remove it, or let `secgroup lint --fix` do so.",
    level: "warning",
    tags: ["maintainability"],
  },
  {
    id: "mergeable-rules",
    title: "Rules can be merged",
    help: "Fewer rules allow exactly the same, and clouds limit the number of rules. `secgroup lint --fix` merges them.",
    level: "note",
    tags: ["maintainability"],
  },
];

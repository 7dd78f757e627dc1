import type { Capabilities, Capability, RuleUpdates, TextLimits } from "@secgroup/core";
import { writeTable } from "../table.ts";

const code = (text: string): string => `\`${text}\``;
const list = (words: readonly string[]): string => words.map(code).join(", ");

/** What rules and groups can say on a cloud, what they cannot, and why not. */
export function describeExpressible(capabilities: Capabilities): string {
  const { protocols, icmpMaximum, portMinimum, remoteGroups, localAddress, sourceMac, tags } = capabilities;
  return writeTable(
    ["in a document", "on the cloud"],
    [
      ["protocols that `allow` or `protocol` may name", list(protocols)],
      ["ports", `${portMinimum} to 65535`],
      ["ICMP types and codes", `0 to ${icmpMaximum}`],
      ["`group:NAME` as the other end", tell(remoteGroups)],
      ["`local`, the server's own address", tell(localAddress)],
      ["`sourceMac`, the sender's MAC address", tell(sourceMac)],
      ["`tags` of a group", tell(tags)],
    ],
  );
}

const tell = (capability: Capability): string => (capability.supported ? "yes" : `no: ${capability.reason}`);

/** How many groups and rules there may be, and how long their texts. */
export function describeLimits({ limits, groupName, groupDescription, ruleDescription }: Capabilities): string {
  return writeTable(
    ["what", "limit"],
    [
      ["rules of a group, both directions together", String(limits.rulesPerGroup)],
      ["groups of a target", String(limits.groupsPerTarget ?? "none is published")],
      ["a group's name", tellText(groupName)],
      ["a group's description", tellText(groupDescription)],
      ["a rule's description", tellText(ruleDescription)],
    ],
  );
}

function tellText({ minLength, maxLength, pattern }: TextLimits): string {
  // The table says so of what has no limit.
  if (maxLength === Number.MAX_SAFE_INTEGER) return "none is published";
  const length = `${minLength === 0 ? "up to" : `${minLength} to`} ${maxLength} characters`;
  return pattern === undefined ? length : `${length} that match ${code(pattern)}`;
}

/** What one write to a cloud is, and what a rule that stands can become. */
export function describeWrites({ writeGranularity, ruleUpdates }: Capabilities): string {
  const writes =
    writeGranularity === "rule"
      ? "Each rule is a write of its own: it is created, changed or deleted by itself."
      : "One write states all rules of a group; the cloud compares them with what stands and does the rest.";
  return `- ${writes}\n${describeUpdates(ruleUpdates)}`;
}

function describeUpdates(updates: RuleUpdates): string {
  if (!updates.supported) return `- No rule can be changed in place: ${updates.reason}.`;
  const { immutable, unclearable } = updates;
  return [
    "- A rule can be changed in place, which takes one write instead of two.",
    ...(immutable.length > 0 ? [`- What stays as it was created: ${list(immutable)}.`] : []),
    ...(unclearable.length > 0
      ? [`- What can change, but not from something to everything: ${list(unclearable)}. Such a rule is created anew.`]
      : []),
  ].join("\n");
}

import { SecurityGroupError, type GroupId, type ListedGroup, type ObservedGroup } from "@secgroup/core";
import { send, type PalisadeOptions } from "./palisade-client.ts";
import { readRule } from "./read-rule.ts";

/** A group's path. The id goes where no id can lead to another path. */
export function groupPath(id: GroupId, path = "/group"): string {
  return `${path}?${new URLSearchParams({ id }).toString()}`;
}

/** The line `group ID NAME` that stands for a group in a list and at the head of its text. */
export function readHeading(line = ""): ListedGroup & { readonly rules: "not-listed" } {
  const [, id, name] = /^group (\S+) (.+)$/s.exec(line) ?? [];
  if (id === undefined || name === undefined) {
    throw new SecurityGroupError("unexpected-response", `"${line}" is not the heading of a group`);
  }
  return { rules: "not-listed", group: { id: id as GroupId, name, description: "", tags: {}, readOnlyTags: {} } };
}

export async function readGroup(api: PalisadeOptions, id: GroupId, signal: AbortSignal): Promise<ObservedGroup> {
  const { lines } = await send(api, { method: "GET", path: groupPath(id) }, signal);
  const [heading, ...rest] = lines;
  const rules = rest.map(readRule);
  return {
    ...readHeading(heading).group,
    rules: rules.filter((rule) => "rule" in rule),
    unreadable: rules.filter((rule) => "reason" in rule),
  };
}

/** All pages; a page that goes on ends with the line `more`. */
export async function listGroups(api: PalisadeOptions, signal: AbortSignal): Promise<readonly ListedGroup[]> {
  const groups: ListedGroup[] = [];
  for (;;) {
    const after = groups.at(-1)?.group.id ?? "";
    const path = `/groups?${new URLSearchParams({ after }).toString()}`;
    const { lines } = await send(api, { method: "GET", path }, signal);
    const isLast = lines.at(-1) !== "more";
    const page = (isLast ? lines : lines.slice(0, -1)).map(readHeading);
    if (!isLast && page.length === 0) throw new SecurityGroupError("unexpected-response", "a page without groups");
    groups.push(...page);
    if (isLast) return groups;
  }
}

import type {
  GroupId,
  ListedGroup,
  ObservedGroup,
  ObservedGroupFields,
  ObservedRule,
  Tags,
  UnreadableRule,
} from "@secgroup/core";
import { groupAnswer, type GroupAnswer, type RuleAnswer } from "./gcore-answer.ts";
import { groupPath, readAnswer, type GcoreClient } from "./gcore-client.ts";
import { unexpectedResponse } from "./gcore-error.ts";
import { readRule } from "./read-rule.ts";

const path = "/cloud/v1/securitygroups/{project_id}/{region_id}/{group_id}";

/** One group with its rules (`SecurityGroupInstanceViewSet.get`). An answer without rules is `unexpected-response`, never an empty group. */
export async function readGroup(client: GcoreClient, id: GroupId, signal: AbortSignal): Promise<ObservedGroup> {
  const params = { path: groupPath(client, id) };
  const answer = await readAnswer(client, groupAnswer, signal, (options) =>
    client.api.GET(path, { ...options, params }),
  );
  const listed = readListedGroup(answer);
  if (listed.rules === "listed") return listed.group;
  throw unexpectedResponse(`the group ${id} comes without its rules`, {}, "security_group_rules");
}

/** A group with its rules, or marked as without: absent rules are unknown rules. */
export function readListedGroup(answer: GroupAnswer): ListedGroup {
  const fields = readFields(answer);
  const rules = answer.security_group_rules;
  return rules
    ? { rules: "listed", group: { ...fields, ...readRules(rules) } }
    : { rules: "not-listed", group: fields };
}

function readFields({ id, name, description, tags_v2: tags }: GroupAnswer): ObservedGroupFields {
  const pick = (readOnly: boolean): Tags =>
    Object.fromEntries(tags.filter((tag) => tag.read_only === readOnly).map(({ key, value }) => [key, value]));
  return { id: id as GroupId, name, description: description ?? "", tags: pick(false), readOnlyTags: pick(true) };
}

function readRules(answers: readonly RuleAnswer[]): Pick<ObservedGroup, "rules" | "unreadable"> {
  const rules: ObservedRule[] = [];
  const unreadable: UnreadableRule[] = [];
  for (const answer of answers) {
    const read = readRule(answer);
    if (read.readable) rules.push(read.rule);
    else unreadable.push(read.rule);
  }
  return { rules, unreadable };
}

import { readRule, type RuleAnswer } from "@secgroup/adapter-gcore";
import type { GroupId, ObservedGroup, ObservedRule, RuleId, Tags, UnreadableRule } from "@secgroup/core";
import { SecurityGroupError } from "@secgroup/core";
import * as z from "zod";
import type { Place } from "../found-group.ts";
import { optionalNumber, optionalText } from "./attributes.ts";

/** A rule as the state tells it, or why the state does not tell what it allows. */
export type StateRule =
  | { readonly told: true; readonly answer: RuleAnswer }
  | { readonly told: false; readonly id: string; readonly reason: string };

interface GroupFields {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly project_id: number | null;
  readonly region_id: number | null;
}

/** A group's own fields, which both lines of the provider keep alike; tags and rules they do not. */
export const groupFields: { readonly [Field in keyof GroupFields]: z.ZodType<GroupFields[Field]> } = {
  id: z.string(),
  name: z.string(),
  description: optionalText,
  project_id: optionalNumber,
  region_id: optionalNumber,
};

/** A group as a cloud would tell it. */
export function observeGroup(
  { id, name, description }: GroupFields,
  tags: Tags,
  rules: readonly StateRule[],
): ObservedGroup {
  return { id: id as GroupId, name, description: description ?? "", tags, readOnlyTags: {}, ...observeRules(rules) };
}

/** The rules of a group, each readable or not, none left out. */
function observeRules(rules: readonly StateRule[]): {
  readonly rules: readonly ObservedRule[];
  readonly unreadable: readonly UnreadableRule[];
} {
  const observed: ObservedRule[] = [];
  const unreadable: UnreadableRule[] = [];
  for (const rule of rules) {
    if (!rule.told) {
      unreadable.push({ id: rule.id as RuleId, reason: rule.reason });
      continue;
    }
    const read = readRule(rule.answer);
    if (read.readable) observed.push(read.rule);
    else unreadable.push(read.rule);
  }
  return { rules: observed, unreadable };
}

/** Where a group is: as the state says, else where the user says. Throws `usage` when neither does. */
export function gcorePlace(
  { project_id: project, region_id: region }: GroupFields,
  address: string,
  { file, fallback }: { readonly file: string; readonly fallback: Place | undefined },
): Place {
  if (project !== null && region !== null) return { cloud: "gcore", project, region };
  if (fallback?.cloud === "gcore") return fallback;
  throw new SecurityGroupError("usage", `the state does not say in which project and region ${address} is`, {
    place: { file, path: `${address}.${project === null ? "project_id" : "region_id"}` },
    hint: "Say it with --to gcore:PROJECT/REGION.",
  });
}

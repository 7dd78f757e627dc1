import {
  editRules,
  InvalidDocumentError,
  readConfiguration,
  type Configuration,
  type NameGroup,
  type RuleEdit,
} from "@secgroup/config";
import { createTrafficSpace, SecurityGroupError, type Rule } from "@secgroup/core";
import type { Environment } from "../context.ts";
import { minimizeGroup, type GroupEdit } from "./minimize-group.ts";
import { listSaidGroups, type SaidGroup } from "./said-rules.ts";

/** A document with fewer rules that allow the same. */
export interface FixedText {
  readonly text: string;
  /** What was done, for each group that has changed. */
  readonly groups: readonly Omit<GroupEdit, "edits">[];
}

/**
 * Rewrites the text of a document in YAML or JSON so that each group has the fewest rules that merging finds; everything else stays
 * as it is. What comes out reads back to exactly the same traffic.
 *
 * Throws `unsupported` where the text cannot be rewritten without changing more than that, or where a rule's value is taken from the
 * environment.
 */
export function fixText(text: string, file: string, environment: Environment): FixedText {
  const before = readConfiguration(text, { file, environment });
  const groups = listSaidGroups(before);
  const fixes = groups.flatMap((group) => minimizeGroup(group, groupNamer(group, before)) ?? []);
  if (fixes.length === 0) return { text, groups: [] };
  const lists = groups
    .filter(({ key }) => fixes.some(({ group }) => group === key))
    .flatMap(({ place }) => [`${place.path}.ingress`, `${place.path}.egress`]);
  refuseVariables(text, file, lists);
  const fixed = editFile(
    text,
    file,
    fixes.flatMap(({ edits }) => edits),
  );
  const after = listSaidGroups(readConfiguration(fixed, { file, environment }));
  for (const { key, rules } of groups) {
    const now = after.find((other) => other.key === key)?.rules ?? [];
    if (
      !allowTheSame(
        rules.map(({ rule }) => rule),
        now.map(({ rule }) => rule),
      )
    ) {
      throw new SecurityGroupError("unsupported", `groups.${key} cannot be rewritten so that it allows the same`, {
        place: { file },
        hint: "Nothing was written. Edit this group by hand.",
      });
    }
  }
  return { text: fixed, groups: fixes.map(({ group, before, after }) => ({ group, before, after })) };
}

function editFile(text: string, file: string, edits: readonly RuleEdit[]): string {
  try {
    return editRules(text, edits);
  } catch (error) {
    throw SecurityGroupError.is(error) ? error.at({ file }) : error;
  }
}

function allowTheSame(before: readonly Rule[], after: readonly Rule[]): boolean {
  const space = createTrafficSpace([...before, ...after]);
  return space.of(before) === space.of(after);
}

/** The key that `group:` is to name, of the group that rules of this one mean by an id or a name on the cloud. */
function groupNamer({ targets }: SaidGroup, { groups }: Configuration): NameGroup {
  const near = groups.filter(({ target }) => targets.includes(target));
  return (idOrName) =>
    (near.find(({ desired }) => desired.id === idOrName) ?? near.find(({ desired }) => desired.name === idOrName))
      ?.key ?? idOrName;
}

/**
 * A value from the environment is another one elsewhere: what is redundant here may be needed there, and what is written here would
 * hold there too.
 */
function refuseVariables(text: string, file: string, lists: readonly string[]): void {
  try {
    readConfiguration(text, { file, environment: {} });
  } catch (error) {
    if (!(error instanceof InvalidDocumentError)) throw error;
    const sections = ["addresses", "services", ...lists];
    const problem = error.problems.find(({ place }) => sections.some((section) => place.path?.startsWith(section)));
    if (problem === undefined) return;
    const message = `${problem.place.path} is taken from the environment, so the fewest rules here may be wrong elsewhere`;
    throw new SecurityGroupError("unsupported", message, {
      place: problem.place,
      hint: "Nothing was written. Edit this document by hand.",
      cause: error,
    });
  }
}

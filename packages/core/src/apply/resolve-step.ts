import { SecurityGroupError } from "../error/security-group-error.ts";
import type { GroupId } from "../model/rule.ts";
import { resolveReferences, unresolvedNames } from "../plan/resolve-references.ts";
import type { GroupReference, ResolvedStep, Step } from "../plan/step.ts";

/** The step with the ids of groups that earlier steps created. Throws `operation-failed` when one of them is not known. */
export function resolveStep(step: Step, created: ReadonlyMap<string, GroupId>): ResolvedStep {
  switch (step.kind) {
    case "create-group":
      return { ...step, rules: resolved(step.rules, created) };
    case "create-rule": {
      const [rule = step.rule] = resolved([step.rule], created);
      return { ...step, group: known(step.group, created), rule };
    }
    case "update-group": {
      const rules = step.rules && { keep: step.rules.keep, add: resolved(step.rules.add, created) };
      return { ...step, group: known(step.group, created), rules };
    }
    case "update-rule": {
      const [to = step.to] = resolved([step.to], created);
      return { ...step, group: known(step.group, created), to };
    }
    case "delete-rule":
    case "delete-group":
      return { ...step, group: known(step.group, created) };
  }
}

function known(
  { id, name }: GroupReference,
  created: ReadonlyMap<string, GroupId>,
): { readonly id: GroupId; readonly name: string } {
  const found = id ?? created.get(name);
  if (found === undefined) throw unknownGroup(name);
  return { id: found, name };
}

function resolved(
  rules: Parameters<typeof resolveReferences>[0],
  created: ReadonlyMap<string, GroupId>,
): ReturnType<typeof resolveReferences> {
  const result = resolveReferences(rules, created);
  const [missing] = unresolvedNames(result);
  if (missing !== undefined) throw unknownGroup(missing);
  return result;
}

function unknownGroup(name: string): SecurityGroupError {
  return new SecurityGroupError("operation-failed", `the cloud did not tell the id of the new group ${name}`, {
    hint: "Make a new plan: it will find the group by its name.",
  });
}

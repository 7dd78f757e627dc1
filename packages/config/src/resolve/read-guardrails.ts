import { createTrafficSpace, type Direction, type Guardrail, type Rule } from "@secgroup/core";
import type { PlacedGuardrail } from "../configuration.ts";
import type { TextOrList } from "../document.ts";
import { didYouMean } from "../problem/near-miss.ts";
import { checkShape } from "../shape/check-shape.ts";
import { guardrailFieldsSchema, guardrailOutlineSchema, type GuardrailFields } from "../shape/guardrail-schema.ts";
import type { DocumentPath } from "../source/document-path.ts";
import { multiplyRule, readPeers, readServices, type ListItem } from "./multiply-rule.ts";
import { normalizeDraft } from "./normalize-draft.ts";
import type { Group, Groups } from "./read-groups.ts";
import { readShortRule, reportAlonePeers } from "./read-short-rule.ts";
import type { RuleContext } from "./rule-context.ts";

/** What guardrails may speak of; the targets are those of the groups that each is about. */
export type GuardrailContext = Omit<RuleContext, "targets" | "groups"> & { readonly groups: Groups };

type Kind = Guardrail["kind"];

/** Reads the section `guardrails`; what is wrong with one becomes a problem, and then there is none. */
export function readGuardrails(section: readonly unknown[], context: GuardrailContext): readonly PlacedGuardrail[] {
  const everywhere = [...new Set([...context.groups.values()].flatMap((group) => group?.targets ?? []))];
  return section.flatMap((value, index) => {
    const path = ["guardrails", index];
    const outline = checkShape(guardrailOutlineSchema, value, path, context.problems);
    if (outline === undefined) return [];
    const kinds = (["always", "never"] as const).filter((kind) => kind in outline);
    const [kind] = kinds;
    if (kind === undefined) context.problems.add(path, "says neither always nor never; write one of them");
    if (kinds.length > 1) context.problems.add(path, "says both always and never; make two guardrails");
    return kinds.length === 1 && kind !== undefined
      ? readGuardrail(kind, outline[kind], path, everywhere, context)
      : [];
  });
}

function readGuardrail(
  kind: Kind,
  value: unknown,
  around: DocumentPath,
  everywhere: readonly string[],
  names: GuardrailContext,
): readonly PlacedGuardrail[] {
  const { budget, problems } = names;
  const path = [...around, kind];
  const fields = checkShape(guardrailFieldsSchema, value, path, problems);
  if (fields === undefined) return [];
  const direction = checkFields(kind, value, path, names);
  const about = fields.in === undefined ? undefined : readIn(kind, fields.in, [...path, "in"], names);
  const targets = about === undefined ? everywhere : [...new Set(about.flatMap((group) => group.targets))];
  const context = { ...names, targets };
  const peer = fields.from ?? fields.to;
  const exceptions = fields.except === undefined ? undefined : readPeers(fields.except, [...path, "except"], context);
  if (direction === undefined || fields.allow === undefined || peer === undefined) return [];
  const rules = readShortRule({ allow: fields.allow, peer }, direction, path, context);
  if (rules.length === 0 || !budget.take(targets.length, path, problems)) return [];
  const except = exceptions === undefined ? [] : readExcept(fields.allow, exceptions, direction, path, context);
  if (containsAll(except, rules))
    problems.add([...path, "except"], "takes out all that the guardrail forbids; name less, or remove the guardrail");
  const place = problems.places.at(around);
  return targets.map((target) => {
    const keys = about?.filter((group) => group.targets.includes(target)).map(({ key }) => key);
    return { target, guardrail: { kind, rules, except, ...(keys && { groups: keys }), place } };
  });
}

/** Says what is missing or too much, by the fields that are written, right or wrong; the direction where it is clear. */
function checkFields(
  kind: Kind,
  value: unknown,
  path: DocumentPath,
  { problems }: GuardrailContext,
): Direction | undefined {
  const says = (field: keyof GuardrailFields): boolean =>
    typeof value === "object" && value !== null && Object.hasOwn(value, field);
  if (!says("allow"))
    problems.add(
      path,
      "does not say which traffic; write allow: any, or a protocol, a port such as tcp/443, or a service",
    );
  if (kind === "always" && !says("in"))
    problems.add(path, "does not say which groups must allow it; write in: with the key of a group or a list of keys");
  if (kind === "always" && says("except"))
    problems.add(
      [...path, "except"],
      "belongs to never only; remove it, and write the addresses under from or to",
      "key",
    );
  if (says("from") && says("to")) problems.add(path, "says both from and to; make two guardrails");
  else if (says("from")) return "ingress";
  else if (says("to")) return "egress";
  else
    problems.add(
      path,
      "has neither from nor to; write from for traffic that reaches the groups, to for traffic that leaves them",
    );
  return undefined;
}

/** The groups that `in` names; those that are wrong are reported and left out. */
function readIn(
  kind: Kind,
  written: TextOrList,
  path: DocumentPath,
  { groups, problems }: GuardrailContext,
): readonly Group[] {
  const found = new Map<string, Group>();
  for (const [index, key] of (typeof written === "string" ? [written] : written).entries()) {
    const at = typeof written === "string" ? path : [...path, index];
    const group = groups.get(key);
    if (!groups.has(key))
      problems.add(at, `"${key}" is not the key of a group of this document${didYouMean(key, groups.keys())}`);
    else if (found.has(key)) problems.add(at, `the group ${key} is named twice; remove one of them`);
    else if (kind === "always" && group?.ensure === "absent")
      problems.add(at, `the group ${key} is to be absent, so it can allow nothing; remove it here, or keep the group`);
    else if (group !== undefined) found.set(key, group);
  }
  return [...found.values()];
}

/** What is excepted, as rules that allow the same from there. */
function readExcept(
  allow: TextOrList,
  exceptions: readonly ListItem[],
  direction: Direction,
  path: DocumentPath,
  context: RuleContext,
): readonly Rule[] {
  const services = readServices(allow, [...path, "allow"], context);
  const product = services && multiplyRule(services, exceptions, direction, path, context);
  if (product === undefined) return [];
  reportAlonePeers(product.alonePeers, context.problems);
  return product.drafts.flatMap((draft) => normalizeDraft(draft, context.problems, () => path));
}

function containsAll(whole: readonly Rule[], part: readonly Rule[]): boolean {
  const space = createTrafficSpace([...whole, ...part]);
  return space.contains(space.of(whole), space.of(part));
}

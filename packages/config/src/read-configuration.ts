import type { DesiredGroup, ErrorPlace, RuleKey } from "@secgroup/core";
import type { Configuration, Notice, PlacedGroup, Target } from "./configuration.ts";
import { ProblemList } from "./problem/problem-list.ts";
import { addressSets } from "./resolve/address-sets.ts";
import { NamedSets } from "./resolve/named-sets.ts";
import { readGuardrails } from "./resolve/read-guardrails.ts";
import { readGroups, type Group } from "./resolve/read-groups.ts";
import { RuleBudget } from "./resolve/rule-budget.ts";
import { readRules, type GroupRules } from "./resolve/read-rules.ts";
import { readTargets } from "./resolve/read-targets.ts";
import { serviceSets } from "./resolve/service-sets.ts";
import { checkShape } from "./shape/check-shape.ts";
import { outlineSchema, type DocumentOutline } from "./shape/document-schema.ts";
import type { DocumentPath } from "./source/document-path.ts";
import { expandEnvironment, type Environment } from "./source/expand-environment.ts";
import { Places } from "./source/places.ts";
import { readPlainData } from "./source/plain-data.ts";
import { readYaml } from "./source/read-yaml.ts";

/** What a document is read with, beside its text. */
export interface ReadOptions {
  /** The document's name in messages, as the user gave it. */
  readonly file: string;
  /** What `${NAME}` is expanded from, and Gcore's default project and region. */
  readonly environment: Environment;
}

type Source = (readText: (text: string, path: DocumentPath) => string, problems: ProblemList) => unknown;

/** Reads a document in YAML or JSON. Throws `InvalidDocumentError` with everything that is wrong with it. */
export function readConfiguration(text: string, options: ReadOptions): Configuration {
  return read((readText, problems) => readYaml(text, readText, problems), options);
}

/** Reads the value that a module exports, as `readConfiguration` reads a text; its places have no lines. */
export function readConfigurationValue(value: unknown, options: ReadOptions): Configuration {
  return read((readText, problems) => readPlainData(value, readText, problems), options);
}

const emptyConfiguration: Configuration = {
  targets: [],
  groups: [],
  guardrails: [],
  addresses: new Map(),
  services: new Map(),
  notices: [],
};

function read(source: Source, { file, environment }: ReadOptions): Configuration {
  const problems = new ProblemList(new Places(file));
  const value = source((text, path) => expandEnvironment(text, path, environment, problems), problems);
  if (value === undefined) problems.throwIfAny();
  const outline = readOutline(value, problems);
  const configuration = outline && readSections(outline, environment, problems);
  problems.throwIfAny();
  // Without an outline there is a problem, so this is never what a caller gets.
  return configuration ?? emptyConfiguration;
}

function readOutline(value: unknown, problems: ProblemList): DocumentOutline | undefined {
  const shape = "a document has the sections targets, addresses, services, groups and guardrails";
  if (value === null || value === undefined) {
    problems.add([], `the document is empty; ${shape}`);
    return undefined;
  }
  if (typeof value !== "object" || Array.isArray(value)) {
    problems.add([], `the document is ${Array.isArray(value) ? "a list" : "a single value"}; ${shape}`);
    return undefined;
  }
  if (!("targets" in value))
    problems.add([], "the document has no targets; name the places that groups live in under targets");
  return checkShape(outlineSchema, value, [], problems);
}

function readSections(outline: DocumentOutline, environment: Environment, problems: ProblemList): Configuration {
  const targets = readTargets(outline.targets ?? {}, environment, problems);
  if (outline.targets !== undefined && targets.size === 0)
    problems.add(["targets"], "no target is named; write at least one", "key");
  const addresses = new NamedSets(addressSets, outline.addresses ?? {}, problems);
  const services = new NamedSets(serviceSets, outline.services ?? {}, problems);
  const groups = readGroups(outline.groups ?? {}, targets, problems);
  const names = { addresses, services, groups, budget: new RuleBudget(), problems };
  const placed: PlacedGroup[] = [];
  const notices: Notice[] = [];
  for (const [key, owner] of groups) {
    const path = ["groups", key];
    const lists = owner?.outline ?? readLists(outline.groups?.[key]);
    const rules = readRules(path, lists, { ...names, targets: owner?.targets ?? [] });
    notices.push(...rules.notices);
    if (owner !== undefined) placed.push(...placeGroup(owner, rules, problems.places));
  }
  return {
    targets: [...targets.values()].filter((target): target is Target => target !== undefined),
    groups: placed,
    guardrails: readGuardrails(outline.guardrails ?? [], names),
    addresses: addresses.written,
    services: services.written,
    notices,
  };
}

/** The rules of a group whose own fields are wrong; they are checked all the same. */
function readLists(value: unknown): { readonly ingress: readonly unknown[]; readonly egress: readonly unknown[] } {
  const list = (field: "ingress" | "egress"): readonly unknown[] => {
    const found: unknown = typeof value === "object" && value !== null ? Reflect.get(value, field) : undefined;
    return Array.isArray(found) ? found : [];
  };
  return { ingress: list("ingress"), egress: list("egress") };
}

function placeGroup(group: Group, { rules, paths, entries }: GroupRules, places: Places): readonly PlacedGroup[] {
  const { key, name, id, outline } = group;
  const { description, tags, unlistedRules = "remove" } = outline;
  const desired: DesiredGroup =
    outline.ensure === "absent"
      ? { ensure: "absent", name, ...(id && { id }) }
      : {
          ensure: "present",
          name,
          ...(id && { id }),
          ...(description !== undefined && { description }),
          ...(tags && { tags }),
          rules,
          unlistedRules,
        };
  const place = places.at(group.path, "key");
  const rulePlaces = new Map<RuleKey, ErrorPlace>();
  for (const [rule, path] of paths) rulePlaces.set(rule, places.at(path));
  return group.targets.map((target) => ({ target, key, desired, place, rulePlaces, ruleEntries: entries }));
}

import { ruleKey, type Rule } from "@secgroup/core";
import {
  type PlacedGroup,
  InvalidDocumentError,
  readConfiguration,
  readConfigurationValue,
  type Configuration,
} from "../../src/index.ts";
import { formatProblem } from "../../src/problem/invalid-document-error.ts";
import { objectionsTo, valueOf } from "./json-schema.ts";

export type Variables = Readonly<Record<string, string>>;

/** Reads a text as `d.yaml`. Whatever can be read, the JSON Schema must accept as well. */
export function readText(text: string, environment: Variables = {}): Configuration {
  const configuration = readConfiguration(text, { file: "d.yaml", environment });
  const [objection] = objectionsTo(valueOf(text));
  if (objection !== undefined) throw new Error(`the JSON Schema refuses what can be read: ${objection}\n${text}`);
  return configuration;
}

/** Every problem of a text as a line; nothing when it is right. */
export function problemsOf(text: string, environment: Variables = {}): readonly string[] {
  return problemsIn(() => readText(text, environment));
}

/** Every problem of a module's value as a line; nothing when it is right. */
export function problemsOfValue(value: unknown): readonly string[] {
  return problemsIn(() => readConfigurationValue(value, { file: "d.ts", environment: {} }));
}

function problemsIn(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof InvalidDocumentError) return error.problems.map(formatProblem);
    throw error;
  }
}

/** Two targets, `fra` on IONOS and `lux` on Gcore, on the first three lines. */
export const targets = `targets:
  fra: { cloud: ionos, datacenter: 0-1 }
  lux: { cloud: gcore, project: 1, region: 2 }
`;

/** A document with one group on `lux` whose ingress has this one rule, on line 8 from column 9. */
export function withIngress(rule: string, before = ""): string {
  return `${targets}${before}groups:\n  web:\n    on: lux\n    ingress:\n      - ${rule}\n`;
}

/** As `withIngress`, for egress. */
export function withEgress(rule: string): string {
  return withIngress(rule).replace("ingress:", "egress:");
}

/** The rules of the first group. */
export function firstRules(text: string, environment: Variables = {}): readonly Rule[] {
  const desired = readText(text, environment).groups[0]?.desired;
  return desired?.ensure === "present" ? desired.rules : [];
}

/** The rules of the first group in one line each, as `textOf` says them. */
export function keysOf(text: string): readonly string[] {
  return firstRules(text).map(textOf);
}

/** A rule without direction and description, such as `IPv4 tcp 22-22 * * any`: match, remote, local and MAC. */
export function textOf(rule: Rule): string {
  return [
    rule.ipVersion,
    rule.protocol,
    matchOf(rule),
    remoteOf(rule),
    rule.local.kind === "any" ? "*" : rule.local.cidr,
    rule.sourceMac,
  ].join(" ");
}

function matchOf(rule: Rule): string {
  if ("ports" in rule && rule.ports !== "all") return `${rule.ports.from}-${rule.ports.to}`;
  if ("icmp" in rule && rule.icmp !== "all") return `${rule.icmp.type}.${rule.icmp.code ?? "*"}`;
  return "*";
}

function remoteOf({ remote }: Rule): string {
  switch (remote.kind) {
    case "any":
      return "*";
    case "cidr":
      return remote.cidr;
    case "group":
      return `group ${remote.id}`;
    case "named-group":
      return `named "${remote.name}"`;
  }
}

/** Each rule of a group with the line and column that are known for it. */
export function placesOf({
  desired,
  rulePlaces,
}: PlacedGroup): readonly (readonly [string, number | undefined, number | undefined])[] {
  const rules = desired.ensure === "present" ? desired.rules : [];
  return rules.map((rule) => {
    const place = rulePlaces.get(ruleKey(rule));
    return [`${rule.direction} ${textOf(rule)}`, place?.line, place?.column];
  });
}

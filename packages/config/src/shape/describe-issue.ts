import type { z } from "zod";
import { didYouMean } from "../problem/near-miss.ts";
import type { DocumentPath } from "../source/document-path.ts";
import type { PlacePart } from "../source/places.ts";

type Issue = z.core.$ZodIssue;

/** What a person is told of one issue of zod, with the way to it from the top of the document. */
export interface DescribedIssue {
  readonly path: DocumentPath;
  readonly message: string;
  readonly part: PlacePart;
}

const expectations: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "fields with values",
  record: "names with values",
  boolean: "true or false",
};

// Where the kind of value says too little of what to write.
const wantedByField: Readonly<Record<string, string>> = {
  "groups.on": "the name of a target or a list of names",
  "targets.datacenter": "the id of the datacenter",
};

/** Says what is wrong at which field of the value at `around`; of a choice, what is wrong with the alternative that was meant. */
export function describeIssue(issue: Issue, value: unknown, around: DocumentPath): readonly DescribedIssue[] {
  const steps = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const path = [...around, ...steps];
  const found = follow(value, steps);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...path, key], message: "is not a known field; remove it", part: "key" }));
  }
  if (issue.code === "invalid_union") {
    const isOfThisKind = (issues: readonly Issue[]): boolean =>
      !issues.some((inner) => inner.path.length === 0 && isOfOtherKind(inner));
    const meant = issue.errors.find(isOfThisKind);
    if (meant !== undefined) return meant.flatMap((inner) => describeIssue(inner, found, path));
  }
  return [{ path, message: describeValue(issue, found, path), part: "value" }];
}

function describeValue(issue: Issue, found: unknown, path: DocumentPath): string {
  if (issue.code === "invalid_union" || isOfOtherKind(issue)) return describeMismatch(found, expected(issue), path);
  if (issue.code === "too_small") return describeTooSmall(issue, found);
  if (issue.code === "too_big") return `${String(found)} is too big; the most is ${issue.maximum}`;
  return `"${String(found)}" ${issue.message}`;
}

function describeTooSmall(issue: z.core.$ZodIssueTooSmall, found: unknown): string {
  if (issue.origin === "array") return "is an empty list, which says nothing; name something or remove the field";
  if (issue.origin === "string") return "is empty; write a value or remove the field";
  return `${String(found)} is too small; the least is ${issue.minimum}`;
}

function isOfOtherKind(issue: Issue): boolean {
  return issue.code === "invalid_type" || issue.code === "invalid_value";
}

interface Expected {
  readonly kinds: readonly string[];
  readonly values: readonly string[];
}

function expected(issue: Issue): Expected {
  if (issue.code === "invalid_type") return { kinds: [expectations[issue.expected] ?? issue.expected], values: [] };
  if (issue.code === "invalid_value") return { kinds: [], values: issue.values.map(String) };
  if (issue.code !== "invalid_union") return { kinds: [], values: [] };
  const inner = issue.errors.flat().map(expected);
  return { kinds: [...new Set(inner.flatMap(({ kinds }) => kinds))], values: inner.flatMap(({ values }) => values) };
}

function describeMismatch(found: unknown, { kinds, values }: Expected, path: DocumentPath): string {
  const wanted =
    (path.length === 3 ? wantedByField[`${path[0]}.${path[2]}`] : undefined) ?? [...values, ...kinds].join(" or ");
  if (found === undefined) return `is missing; write ${wanted}`;
  if (found === null) return `is empty; write ${wanted}, or remove the field`;
  if (typeof found === "string" && values.length > 0) return `"${found}" is not ${wanted}${didYouMean(found, values)}`;
  const isScalar = (typeof found === "number" && !Number.isNaN(found)) || typeof found === "boolean";
  if (!isScalar || !kinds.includes("text")) return `is ${nameKind(found)}, but must be ${wanted}`;
  if (typeof found === "number" && (path.includes("allow") || path[0] === "services")) {
    return `is the number ${found}; write tcp/${found} for a port, or the name of a protocol or service`;
  }
  return `is ${nameKind(found)}, but must be ${wanted}; put it in quotes: "${found}"`;
}

function nameKind(value: unknown): string {
  if (typeof value === "string") return `the text "${value}"`;
  if (typeof value === "number") return Number.isNaN(value) ? ".nan, which is no number" : `the number ${value}`;
  if (typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "a list" : "a set of fields";
}

function follow(value: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, step) ? Reflect.get(inner, step) : undefined,
    value,
  );
}

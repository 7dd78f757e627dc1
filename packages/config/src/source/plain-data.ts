import type { ProblemList } from "../problem/problem-list.ts";
import type { DocumentPath } from "./document-path.ts";

/** A document is about six levels deep; what is much deeper is a mistake. */
export const maximumDepth = 32;

/** Refuses the one key that JavaScript objects treat as something else, and that would vanish. */
export function checkKey(key: string, path: DocumentPath, problems: ProblemList): boolean {
  if (key !== "__proto__") return true;
  problems.add(path, "__proto__ cannot be a key; use another one, and `name` for a group of that name", "key");
  return false;
}

/** Copies a module's value as plain data; what is not data (a function, a date, an object that holds itself) is a problem. */
export function readPlainData(
  value: unknown,
  readText: (text: string, path: DocumentPath) => string,
  problems: ProblemList,
  path: DocumentPath = [],
  around: readonly object[] = [],
): unknown {
  if (typeof value === "string") return readText(value, path);
  if (value === null || value === undefined || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object" || !(Array.isArray(value) || isPlainObject(value))) {
    problems.add(
      path,
      `is ${typeof value === "object" ? "an object of a class" : `a ${typeof value}`}; only plain data is understood`,
    );
    return undefined;
  }
  if (around.length >= maximumDepth || around.includes(value)) {
    problems.add(path, "is nested too deeply, or holds itself");
    return undefined;
  }
  const inside = [...around, value];
  const read = (part: unknown, step: string | number): unknown =>
    readPlainData(part, readText, problems, [...path, step], inside);
  if (Array.isArray(value)) return Array.from(value, (part: unknown, index) => read(part, index));
  const fields = Object.entries(value).filter(
    ([key, part]) => part !== undefined && checkKey(key, [...path, key], problems),
  );
  return Object.fromEntries(fields.map(([key, part]) => [key, read(part, key)]));
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (typeof prototype === "object" && Object.getPrototypeOf(prototype) === null);
}

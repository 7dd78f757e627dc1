import { describeRule, SecurityGroupError, type ErrorCode, type Rule } from "@secgroup/core";

/** Ends a check: what was looked at, what was expected of it and what was found. */
export function fail(what: string, expected: string, actual: string): never {
  throw new Error(`${what}\n  expected: ${expected}\n  actual:   ${actual}`);
}

/** Compares plain data; the order of keys and keys that are undefined do not matter. */
export function equal(what: string, actual: unknown, expected: unknown): void {
  const [wanted, found] = [show(expected), show(actual)];
  if (found !== wanted) fail(what, wanted, found);
}

/** Compares rules with their descriptions, in any order; a rule that is there twice differs from one that is there once. */
export function equalRules(what: string, actual: readonly Rule[], expected: readonly Rule[]): void {
  const found = actual.map(showRule);
  const wanted = expected.map(showRule);
  const extra = without(found, wanted);
  const missing = without(wanted, found);
  if (extra.length + missing.length === 0) return;
  fail(
    what,
    missing.length > 0 ? `also ${missing.join("; ")}` : `${wanted.length} rules`,
    extra.length > 0 ? `also ${extra.join("; ")}` : `${found.length} rules`,
  );
}

/** The error that the promise is rejected with, which must be a `SecurityGroupError` of one of these codes. */
export async function rejects(
  what: string,
  promise: Promise<unknown>,
  ...codes: readonly ErrorCode[]
): Promise<SecurityGroupError> {
  const expected = `an error with code ${codes.join(" or ")}`;
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    if (!SecurityGroupError.is(error)) return fail(what, expected, `an error of another kind: ${String(error)}`);
    if (!codes.includes(error.code)) fail(what, expected, `code ${error.code}: ${error.message}`);
    return error;
  }
  return fail(what, expected, `an answer: ${show(value)}`);
}

/** The value, which must be there. */
export function present<Value>(what: string, value: Value | undefined): Value {
  return value === undefined ? fail(what, "to be there", "nothing") : value;
}

function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function showRule(rule: Rule): string {
  return `${describeRule(rule)} ${JSON.stringify(rule.description)}`;
}

function show(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
  return text ?? "undefined";
}

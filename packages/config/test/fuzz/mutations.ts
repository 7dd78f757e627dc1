/** The way to a value within plain data. */
export type Path = readonly (string | number)[];

/** What a field is replaced by; what it was, and nothing at all, are among what is tried. */
const replacements: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  65_536,
  1e300,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  "",
  " ",
  "any",
  "10.0.0.1/8",
  "${A}",
  "${",
  "\u0000",
  "\ud800",
  "x".repeat(5000),
  [],
  [[]],
  [null],
  {},
  { allow: {} },
  { __proto__: null, constructor: 1 },
  JSON.parse('{"__proto__": {"allow": "any"}}'),
];

/** Every path into a value, the top included. */
export function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((part: unknown, index) => [index, part] as const)
    : Object.entries(value);
  return [path, ...entries.flatMap(([step, part]) => pathsOf(part, [...path, step]))];
}

/** The value with each field removed, replaced by every odd thing in turn, and with one field more. */
export function mutationsOf(value: unknown): readonly (readonly [path: Path, mutated: unknown])[] {
  return pathsOf(value).flatMap((path) => [
    ...replacements.map((replacement) => [path, replaceAt(value, path, () => replacement)] as const),
    [path, replaceAt(value, path, (old) => [old])] as const,
    [path, replaceAt(value, path, (old) => (Array.isArray(old) ? [...old, ...old] : { a: old, b: old }))] as const,
    [
      path,
      replaceAt(value, path, (old) => (isFields(old) ? { ...old, extra: 1 } : `${JSON.stringify(old)}x`)),
    ] as const,
  ]);
}

function replaceAt(value: unknown, [step, ...rest]: Path, replace: (old: unknown) => unknown): unknown {
  if (step === undefined) return replace(value);
  if (Array.isArray(value)) {
    return value.map((part: unknown, index) => (index === step ? replaceAt(part, rest, replace) : part));
  }
  if (!isFields(value)) return value;
  const entries = Object.entries(value).map(
    ([key, part]) => [key, key === step ? replaceAt(part, rest, replace) : part] as const,
  );
  return Object.fromEntries(entries.filter(([key, part]) => part !== undefined || key !== step));
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value of an attribute: a text, a number, what stands for something else and is written as it is, or texts by name. */
export type HclValue =
  | string
  | number
  | { readonly kind: "reference"; readonly to: string }
  | { readonly kind: "map"; readonly entries: Readonly<Record<string, string>> };

/** Attributes by name; those that are undefined are left out. */
export type HclAttributes = Readonly<Record<string, HclValue | undefined>>;

/** What stands for something else, such as `gcore_cloud_security_group.web.id`. */
export function reference(to: string): HclValue {
  return { kind: "reference", to };
}

/** A block with its attributes, the equals signs below each other; maps come last. */
export function writeBlock(header: string, attributes: HclAttributes): string {
  const scalars: [name: string, value: string][] = [];
  const maps: string[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    if (typeof value === "object" && value.kind === "map")
      maps.push(`  ${name} = {\n${writeEntries(value.entries)}  }\n`);
    else scalars.push([name, writeScalar(value)]);
  }
  return `${header} {\n${align(scalars, "  ")}${maps.join("")}}\n`;
}

function writeEntries(entries: Readonly<Record<string, string>>): string {
  return align(
    Object.entries(entries).map(([name, value]) => [quote(name), quote(value)]),
    "    ",
  );
}

function align(lines: readonly (readonly [name: string, value: string])[], indent: string): string {
  const width = Math.max(0, ...lines.map(([name]) => name.length));
  return lines.map(([name, value]) => `${indent}${name.padEnd(width)} = ${value}\n`).join("");
}

function writeScalar(value: Exclude<HclValue, { readonly kind: "map" }>): string {
  if (typeof value === "string") return quote(value);
  return typeof value === "number" ? String(value) : value.to;
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A text as a quoted template that holds nothing but itself (HCL Native Syntax Specification, "Templates"). */
export function quote(text: string): string {
  const literal = text
    .replaceAll(/["\\\n\r\t]/g, (character) => escapes[character] ?? character)
    .replaceAll(/[\p{Cc}\u2028\u2029]/gu, unicodeEscape)
    // Doubling ends the meaning of one sign; of several in a row it would be unclear which.
    .replaceAll(/([$%]+)\{/g, (_, signs: string) => (signs.length === 1 ? `${signs}${signs}{` : `${signs}\\u007b`));
  return `"${literal}"`;
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

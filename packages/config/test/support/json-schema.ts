import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { writeJsonSchema } from "../../src/shape/json-schema.ts";
import { yamlOptions } from "../../src/source/read-yaml.ts";

const validate = new Ajv2020().compile(writeJsonSchema());

/** What the JSON Schema has against a value; nothing when it accepts it. */
export function objectionsTo(value: unknown): readonly string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The value of a text, its variables as they are written. */
export function valueOf(text: string): unknown {
  return parse(text, { ...yamlOptions, maxAliasCount: -1 });
}

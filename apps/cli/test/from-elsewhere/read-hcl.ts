import { parseToObject } from "hcl2-parser";
import { expect } from "vitest";
import { resource, type Resource } from "./provider-state.ts";

/** A resource as it was written; a reference is `${type.name.id}`. */
export interface WrittenResource {
  readonly type: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

type Blocks = Readonly<Record<string, Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>>>;

/** The resources of a configuration, by HashiCorp's own parser. Fails for what is not valid HCL. */
export function readHcl(text: string): readonly WrittenResource[] {
  const [document, problem] = parseToObject(text);
  expect(problem).toBeNull();
  const { resource: blocks = {} } = document as { readonly resource?: Blocks };
  return Object.entries(blocks).flatMap(([type, byName]) =>
    Object.entries(byName).map(([name, [attributes = {}, ...others]]) => {
      // Two resources of one type and name would be an error of Terraform.
      expect(others).toEqual([]);
      return { type, name, attributes };
    }),
  );
}

const referenceFields: ReadonlySet<string> = new Set(["nsg_id", "group_id", "remote_group_id"]);
const gcoreRuleFields = [
  "description",
  "ethertype",
  "port_range_min",
  "port_range_max",
  "protocol",
  "remote_group_id",
  "remote_ip_prefix",
];

/** What the providers would keep after an apply: an id for each resource, references resolved, null for what is not set. */
export function applied(resources: readonly WrittenResource[]): readonly Resource[] {
  const ids = new Map(
    resources.map(({ type, name }, index) => [
      `\${${type}.${name}.id}`,
      `0b0e8ebe-2b0d-4d2b-8b0e-${String(index).padStart(12, "0")}`,
    ]),
  );
  return resources.map(({ type, name, attributes }) => {
    const resolved = Object.fromEntries(
      Object.entries(attributes).map(([field, value]) => [
        field,
        referenceFields.has(field) ? (ids.get(String(value)) ?? value) : value,
      ]),
    );
    const unset = type.startsWith("gcore_") ? Object.fromEntries(gcoreRuleFields.map((field) => [field, null])) : {};
    return resource(type, name, { attributes: { ...unset, ...resolved, id: ids.get(`\${${type}.${name}.id}`) } });
  });
}

/** Where a schema of the document is, or something in it. */
export const schema = (name: string, ...rest: readonly string[]): readonly string[] => [
  "components",
  "schemas",
  name,
  ...rest,
];
/** Where a field of a schema is, or something in it. */
export const field = (name: string, property: string, ...rest: readonly string[]): readonly string[] =>
  schema(name, "properties", property, ...rest);
export const patch = ["paths", "/cloud/v2/security_groups/{project_id}/{region_id}/{group_id}", "patch"];
export const list = ["paths", "/cloud/v1/securitygroups/{project_id}/{region_id}", "get"];
export const json = ["content", "application/json"];
export const patchTitle = "PATCH /cloud/v2/security_groups/{project_id}/{region_id}/{group_id}";
export const listTitle = "GET /cloud/v1/securitygroups/{project_id}/{region_id}";
export const update = "UpdateSecurityGroupSerializerV2";
export const rule = "CreateSecurityGroupRuleSerializerV2";
export const group = "SecurityGroupSerializer";

/** A change of the vendor's document, and the difference that it must make. */
export type Planted = readonly [
  title: string,
  pointer: readonly (string | number)[],
  value: unknown,
  where: string,
  verdict: "breaking" | "harmless",
];

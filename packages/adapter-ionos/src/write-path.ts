import { SecurityGroupError } from "@secgroup/core";
import { defaultPathSerializer } from "openapi-fetch";

/**
 * The path with its parameters in place, encoded. Throws `rejected` for a parameter that is empty or made of dots, which would turn
 * the path into that of another resource.
 */
export function writePath(path: string, parameters: Record<string, unknown>): string {
  for (const [name, value] of Object.entries(parameters)) {
    if (typeof value === "string" && !/^\.*$/.test(value)) continue;
    throw new SecurityGroupError("rejected", `${JSON.stringify(value)} cannot be an id on IONOS Cloud.`, {
      place: { field: name },
      hint: "Give the id as the cloud shows it, such as b3f55c2d-a89e-4008-8213-92e0428e2555.",
    });
  }
  return defaultPathSerializer(path, parameters);
}

import { SecurityGroupError, type Adapter } from "@secgroup/core";
import { gcore } from "./gcore-adapter.ts";
import type { GcoreOptions } from "./gcore-options.ts";

/** Environment variables by name, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the caller knows of the place; project and region win over the environment. */
export type GcoreTarget = Partial<Pick<GcoreOptions, "project" | "region" | "fetch" | "account">>;

/**
 * The adapter with everything that is not given from the variables that Gcore's own clients read: `GCORE_API_KEY`, `GCORE_BASE_URL`,
 * `GCORE_CLOUD_PROJECT_ID` and `GCORE_CLOUD_REGION_ID`. Blanks around a value do not count, an empty value counts as not set.
 *
 * Throws `missing-credentials`, which names every variable that is not set or no number and never shows a value, and `usage` for an
 * address that cannot be one.
 */
export function gcoreFromEnvironment(environment: Environment, target: GcoreTarget = {}): Adapter {
  const problems: string[] = [];
  const text = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const needed = (name: string): string | undefined => {
    const value = text(name);
    if (value === undefined) problems.push(`${name} is not set`);
    return value;
  };
  const number = (name: string): number | undefined => {
    const value = needed(name);
    if (value === undefined) return undefined;
    if (/^[1-9]\d*$/.test(value)) return Number(value);
    problems.push(`${name} is not a whole number above 0`);
    return undefined;
  };
  const apiKey = needed("GCORE_API_KEY");
  const project = target.project ?? number("GCORE_CLOUD_PROJECT_ID");
  const region = target.region ?? number("GCORE_CLOUD_REGION_ID");
  if (apiKey === undefined || project === undefined || region === undefined) {
    throw new SecurityGroupError("missing-credentials", `Gcore cannot be reached: ${problems.join(", ")}.`, {
      hint: "Set the variables; project and region may also stand in the target. API tokens are made in the Gcore Customer Portal, in the profile.",
    });
  }
  return gcore({
    apiKey,
    project,
    region,
    baseUrl: text("GCORE_BASE_URL"),
    fetch: target.fetch,
    account: target.account,
  });
}

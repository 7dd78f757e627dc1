/**
 * The security groups of Gcore Cloud behind the port of `@secgroup/core`.
 *
 * Programs call `gcoreFromEnvironment`, or `gcore` with credentials of their own, once for each project and region. What the cloud can express
 * is in `gcoreCapabilities`, as data.
 *
 * @packageDocumentation
 */

export { gcore } from "./gcore-adapter.ts";
export { gcoreCapabilities } from "./gcore-capabilities.ts";
export { gcoreRights } from "./gcore-rights.ts";
export { gcoreFromEnvironment, type Environment, type GcoreTarget } from "./gcore-environment.ts";
export type { GcoreOptions } from "./gcore-options.ts";
export type { RuleAnswer } from "./gcore-answer.ts";
export { readRule } from "./read-rule.ts";
export { writeRule, type RuleRequest } from "./write-rule.ts";

export { gcore } from "./gcore-adapter.ts";
export { gcoreCapabilities } from "./gcore-capabilities.ts";
export { gcoreRights } from "./gcore-rights.ts";
export { gcoreFromEnvironment, type Environment, type GcoreTarget } from "./gcore-environment.ts";
export type { GcoreOptions } from "./gcore-options.ts";
export type { RuleAnswer } from "./gcore-answer.ts";
export { readRule } from "./read-rule.ts";
export { writeRule, type RuleRequest } from "./write-rule.ts";

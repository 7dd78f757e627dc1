export { gcore } from "./gcore-adapter.ts";
export { gcoreCapabilities } from "./gcore-capabilities.ts";
export { gcoreFromEnvironment, type Environment, type GcoreTarget } from "./gcore-environment.ts";
export type { GcoreOptions } from "./gcore-options.ts";

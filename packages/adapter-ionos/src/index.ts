/**
 * The network security groups of IONOS Cloud (CloudAPI v6) behind the port of `@secgroup/core`.
 *
 * Programs call `ionosFromEnvironment`, or `ionos` with credentials of their own, once for each datacenter. What the cloud can express is
 * in `ionosCapabilities`, as data.
 *
 * @packageDocumentation
 */

export { defaultEgressRemote, type EgressRemote } from "./egress-remote.ts";
export { ionos } from "./ionos-adapter.ts";
export { ionosCapabilities } from "./ionos-capabilities.ts";
export { ionosFromEnvironment, type Environment } from "./ionos-environment.ts";
export type { Optional } from "./answer-schema.ts";
export type { CompleteRule, RuleAnswer, RuleProperties } from "./ionos-answer.ts";
export type { IonosAccount, IonosCredentials, IonosOptions, IonosTarget } from "./ionos-options.ts";
export { readRule, type ReadRule } from "./read-rule.ts";
export { writeRule } from "./write-rule.ts";

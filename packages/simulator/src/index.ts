/**
 * Both clouds' security-group APIs, stateful, over HTTP or in-process, on virtual time.
 *
 * Tests begin with `createSimulator` and hand its `fetch` to a client, or let `serveSimulator` listen for one. What no document tells of the clouds
 * is in `ionosQuirks` and `gcoreQuirks`, each as a switch; `createFaults` breaks things, and `createVirtualTime` lets time pass at once.
 *
 * @packageDocumentation
 */

export { createSimulator, type Simulator, type SimulatorOptions } from "./simulator.ts";
export { serveSimulator, type ServedSimulator } from "./serve-simulator.ts";
export type { AskedRefusal, AskedRefusalStatus } from "./asked-refusal.ts";
export type { GroupHistoryEntry } from "./history.ts";
export type { RecordedRequest } from "./recorded-request.ts";
export type { RuleProperties as IonosRuleProperties } from "./ionos/datacenter-state.ts";
export type { FailureHow } from "./ionos/queued-request.ts";
export type { EnforcedGroup, IonosCloud } from "./ionos/ionos-handle.ts";
export type { IonosLimits, IonosOptions, IonosQuirks, IonosRateLimit } from "./ionos/ionos-options.ts";
export type { GcoreCloud, GcoreGroupSeed, GcoreGroupView, GcorePortView } from "./gcore/gcore-handle.ts";
export type { RuleContent as GcoreRuleContent, RuleRequest as GcoreRuleRequest } from "./gcore/rule-content.ts";
export type { TaskFailure } from "./gcore/task-troubles.ts";
export type { GcoreOptions, GcoreQuirks } from "./gcore/gcore-options.ts";
export { ionosQuirks } from "./ionos/ionos-quirks.ts";
export { gcoreQuirks } from "./gcore/gcore-quirks.ts";
export type { Quirk, QuirkTable, QuirkValue, QuirkValues } from "./quirk.ts";
export { createVirtualTime, type VirtualTime, type VirtualTimeOptions } from "./virtual-time.ts";
export { delayFetch, type Fetch } from "./delay-fetch.ts";
export type { CloudName } from "./vendor-answer.ts";
export type { RateLimitCount, RateLimitOptions } from "./rate-limit/rate-limit.ts";
export type { RateModel } from "./rate-limit/rate-model.ts";
export { createFaults, type Faults, type FaultsOptions } from "./fault/create-faults.ts";
export { drawFaults, faultNames, type DrawOptions } from "./fault/draw-faults.ts";
export type {
  Fault,
  FaultName,
  FaultyRetryAfter,
  Moment,
  OperationFailure,
  PlannedFault,
  Position,
} from "./fault/fault.ts";
export type { FaultyClouds } from "./fault/faulty-clouds.ts";
export { createMortalProcess, type Crash, type Life, type MortalProcess } from "./fault/mortal-process.ts";
export { describeEntry, type StoryEntry } from "./fault/story.ts";
export type { FaultTarget } from "./fault/third-party.ts";

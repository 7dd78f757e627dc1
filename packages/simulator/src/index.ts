export { createSimulator, type Simulator, type SimulatorOptions } from "./simulator.ts";
export { serveSimulator, type ServedSimulator } from "./serve-simulator.ts";
export type { AskedRefusal, AskedRefusalStatus } from "./asked-refusal.ts";
export type { GroupHistoryEntry } from "./history.ts";
export type { RecordedRequest } from "./recorded-request.ts";
export type { EnforcedGroup, IonosCloud } from "./ionos/ionos-handle.ts";
export type { IonosLimits, IonosOptions, IonosQuirks, IonosRateLimit } from "./ionos/ionos-options.ts";
export type { GcoreCloud, GcoreGroupSeed, GcoreGroupView, GcorePortView } from "./gcore/gcore-handle.ts";
export type { GcoreOptions, GcoreQuirks } from "./gcore/gcore-options.ts";

/**
 * Canonical security-group rules, their differences, plans, and the safe way to apply them.
 *
 * Programs begin with `plan` and `apply`, and make rules with `readRules`. Everything else is what these two are made of:
 * `createPlan`, `applyPlan` and `resumeApply` with every option; `createTrafficSpace` for exact sets of packets; `lintRules`, `explainTraffic` and
 * `drawTraffic` for questions about rules; and for adapters, the port `Adapter`, `normalizeRule`, `createAccount` and `SecurityGroupError`.
 *
 * All data is plain and read-only, and survives JSON. Nothing here uses a clock, chance or the network that is not handed in, or a module of Node.
 *
 * @packageDocumentation
 */

export { createAccount, type Account, type AccountOptions, type Fetch } from "./account/account.ts";
export { readRateLimit, type RateLimit } from "./account/read-rate-limit.ts";
export type { Adapter } from "./adapter/adapter.ts";
export {
  no,
  yes,
  type Capabilities,
  type Capability,
  type Limits,
  type RuleField,
  type RuleUpdates,
  type TextLimits,
} from "./adapter/capabilities.ts";
export { hideInCause, hideSecrets, type HideSecrets } from "./adapter/hide-secrets.ts";
export { mapConcurrently } from "./adapter/map-concurrently.ts";
export { readRetryAfter } from "./adapter/read-retry-after.ts";
export { readStatus, type StatusMeaning } from "./adapter/read-status.ts";
export { applyPlan, type ApplyOptions } from "./apply/apply-plan.ts";
export type { Journal, JournalEntry, RecordedGroup, RecordedTarget } from "./apply/journal.ts";
export { readJournal, type ApplyRecord, type TargetRecord } from "./apply/read-journal.ts";
export { awaitBegun } from "./apply/await-begun.ts";
export { resumeApply } from "./apply/resume-apply.ts";
export { rollbackRequests } from "./apply/rollback-requests.ts";
export type { ApplyEvent } from "./apply/apply-event.ts";
export {
  hasConverged,
  type ApplyReport,
  type StepReport,
  type StepStatus,
  type TargetReport,
} from "./apply/apply-report.ts";
export { apply, type ApplyingOptions, type RunningApply } from "./library/apply.ts";
export { plan, type PlanningOptions, type PreparedPlan, type WantedTarget } from "./library/plan.ts";
export { readRules } from "./library/read-rules.ts";
export type { UnwantedGroup, WantedGroup } from "./library/wanted-group.ts";
export { describePacket } from "./describe/describe-packet.ts";
export { describeRule } from "./describe/describe-rule.ts";
export { describeService, describeTrafficLine, type NameRemoteGroup } from "./describe/describe-traffic-line.ts";
export { diffGroup, type GroupDiff } from "./diff/diff-group.ts";
export { diffRules, type Relabel, type RuleDiff } from "./diff/diff-rules.ts";
export {
  SecurityGroupError,
  toSecurityGroupError,
  type ErrorCode,
  type ErrorOptions,
  type ErrorPlace,
  type VendorAnswer,
} from "./error/security-group-error.ts";
export { abortedError } from "./error/throw-if-aborted.ts";
export type * from "./model/group.ts";
export type { Guardrail } from "./model/guardrail.ts";
export type { Packet, RemoteGroup } from "./model/packet.ts";
export type * from "./model/protocol.ts";
export type * from "./model/rule.ts";
export type { RuleDraft } from "./model/rule-draft.ts";
export { normalizeNetwork, type DraftSource, type NormalizedNetwork } from "./normalize/normalize-network.ts";
export { normalizeRule, type NormalizedRule } from "./normalize/normalize-rule.ts";
export { isProtocolKeyword, protocolEntries, readProtocol, type ProtocolEntry } from "./normalize/protocol-table.ts";
export { ruleKey, type RuleKey } from "./normalize/rule-key.ts";
export type { RuleProblem } from "./normalize/rule-problem.ts";
export { systemClock, type Clock } from "./operation/clock.ts";
export type { ListOptions } from "./operation/list-under-way.ts";
export type { Outcome } from "./operation/outcome.ts";
export type { RetryOptions } from "./operation/retry-call.ts";
export type { WaitOptions } from "./operation/wait-for-operations.ts";
export { waitUntilQuiet, type QuietOptions } from "./operation/wait-until-quiet.ts";
export type { Operation, OperationState } from "./operation/operation.ts";
export { canRelabelInPlace, canUpdateInPlace } from "./plan/can-update-in-place.ts";
export { checkSupport } from "./plan/check-support.ts";
export { createPlan, type CreatePlanOptions, type PlanWithState } from "./plan/create-plan.ts";
export { isPresentRequest, type GroupRequest, type PresentRequest } from "./plan/group-request.ts";
export type { GroupChanges } from "./plan/group-changes.ts";
export { orderSafely } from "./plan/order/order-safely.ts";
export type { OrderContext, OrderSteps } from "./plan/order/order-steps.ts";
export { exampleLines, explainTraffic, type ExampleLine, type TrafficAnswer } from "./explain/explain-traffic.ts";
export * from "./plan/plan.ts";
export type { PlanOptions, PlanTarget } from "./plan/plan-target.ts";
export { proveWaves } from "./plan/prove/prove-waves.ts";
export type { UnprovedStep } from "./plan/prove/unproved-step.ts";
export { refuseUnsupported } from "./plan/refuse-unsupported.ts";
export { readTarget, type ObservedTarget } from "./plan/read-target.ts";
export type * from "./plan/step.ts";
export type { PlannedTraffic, TrafficChange } from "./plan/traffic-change.ts";
export { createTrafficSpace, noTraffic, type Traffic, type TrafficSpace } from "./traffic/traffic-space.ts";
export type { NumberRange, PacketService, Service } from "./traffic/service-line.ts";
export type { Membership, Selection, TrafficLine } from "./traffic/traffic-line.ts";
export { findRedundantRules, type RedundantRule } from "./lint/find-redundant-rules.ts";
export { minimizeRules, type DroppedRule, type MinimalRule, type MinimalRules } from "./lint/minimize-rules.ts";
export type { ExposureId } from "./lint/exposure-question.ts";
export type { ReachLevel } from "./lint/judge-reach.ts";
export { findExposures, type Exposure } from "./lint/find-exposures.ts";
export { lintRules, type Finding, type FindingId, type MergeableRules } from "./lint/lint-rules.ts";
export { drawTraffic } from "./picture/draw-traffic.ts";
export type {
  CellState,
  PictureColumn,
  PicturedRule,
  PictureNetwork,
  PicturePanel,
  PictureRow,
  TrafficPicture,
} from "./picture/traffic-picture.ts";

import {
  applyPlan as apply,
  createPlan,
  type Account,
  type Adapter,
  type ApplyOptions,
  type Capabilities,
  type DesiredGroup,
  type GroupId,
  type Operation,
  type OperationState,
  type PresentGroup,
  type ResolvedStep,
  type Rule,
  type TargetPlan,
  type TargetReport,
} from "@secgroup/core";
import type { Backend, BackendGroup } from "./backend.ts";
import { fail, present } from "./expect.ts";

/** A cloud of its own for one check, and the adapter on it. */
export interface World {
  readonly adapter: Adapter;
  readonly backend: Backend;
  /** Another adapter on the same cloud, with this account, or with one of its own. */
  readonly connect: (account?: Account) => Adapter;
  /** Is never aborted. */
  readonly signal: AbortSignal;
}

const target = "here";
/** Longer than any queue of these checks takes, and short enough that who never finishes is found out soon. */
const deadlineMs = 600_000;

/** A group that is to exist, without rules unless given. */
export function wanted(name: string, parts: Partial<PresentGroup> = {}): PresentGroup {
  return { ensure: "present", name, rules: [], unlistedRules: "remove", ...parts };
}

/** What leads to the desired groups. */
export async function planGroups(
  { adapter, backend, signal }: World,
  groups: readonly DesiredGroup[],
  options: { readonly relabel?: boolean } = {},
): Promise<TargetPlan> {
  const requests = groups.map((desired) => ({ key: desired.name, desired }));
  const { plan } = await createPlan([{ name: target, location: {}, adapter, groups: requests }], {
    ...options,
    clock: backend.clock,
    signal,
  });
  return present("the target in the plan", plan.targets[0]);
}

/** Runs a plan whatever it removes and interrupts: whether that may be is asked by the core, not by an adapter. */
export async function applyPlan(
  { adapter, backend, signal }: World,
  plan: TargetPlan,
  options: Partial<ApplyOptions> = {},
): Promise<TargetReport> {
  const report = await apply(
    { format: "secgroup-plan/1", targets: [plan] },
    {
      adapters: new Map([[target, adapter]]),
      clock: backend.clock,
      signal,
      force: true,
      allowInterruption: true,
      deadlineMs,
      ...options,
    },
  );
  return present("the target in the report", report.targets[0]);
}

/** The only group of this name, as the cloud enforces it. */
export function groupNamed({ backend }: World, name: string): BackendGroup {
  const groups = backend.groups().filter((group) => group.name === name);
  const [group] = groups;
  if (group === undefined || groups.length > 1)
    return fail(`groups with the name ${name} on the cloud`, "1", `${groups.length}`);
  return group;
}

/** A group's rules with the names of remote groups in place of their ids, as documents have them. */
export function namedRules({ backend }: World, { rules }: BackendGroup): readonly Rule[] {
  const names = new Map(backend.groups().map(({ id, name }): [GroupId, string] => [id, name]));
  return rules.map((rule) => {
    const name = rule.remote.kind === "group" ? names.get(rule.remote.id) : undefined;
    return name === undefined ? rule : { ...rule, remote: { kind: "named-group", name } };
  });
}

/** Looks until every operation has ended; fails when one does not. */
export async function finish(
  { adapter, backend, signal }: World,
  operations: readonly Operation[],
): Promise<readonly OperationState[]> {
  for (const deadline = backend.clock.now() + deadlineMs; backend.clock.now() < deadline;) {
    const states = await adapter.readOperations(operations, signal);
    if (states.length !== operations.length) fail("states of operations", `${operations.length}`, `${states.length}`);
    if (states.every(({ status }) => status === "succeeded" || status === "failed")) return states;
    await backend.clock.sleep(1_000, signal);
  }
  return fail("operations", "to end within ten minutes of the cloud's time", "still going on");
}

/** Waits for everything that the cloud says it is at work on, whoever started it; fails when that does not end. */
export async function settle(world: World): Promise<void> {
  const { adapter, backend, signal } = world;
  for (const deadline = backend.clock.now() + deadlineMs; backend.clock.now() < deadline;) {
    const open = await adapter.listOperations(signal);
    if (open.length === 0) return;
    await finish(world, open);
    await backend.clock.sleep(1_000, signal);
  }
  fail("operations under way", "to end within ten minutes of the cloud's time", "still going on");
}

/** The write that adds a rule to a group without rules, in the cloud's granularity. */
export function addingStep(
  { writeGranularity }: Capabilities,
  { id, name }: Pick<BackendGroup, "id" | "name">,
  rule: Rule,
): ResolvedStep {
  const group = { id, name };
  return writeGranularity === "rule"
    ? { kind: "create-rule", group, rule }
    : { kind: "update-group", group, rules: { keep: [], add: [rule] } };
}

/** A group that was there and is no more. */
export async function vanishedGroup(world: World): Promise<Pick<BackendGroup, "id" | "name">> {
  const group = { id: world.backend.seedGroup({ name: "group-gone" }), name: "group-gone" };
  await finish(world, [await world.adapter.submit({ kind: "delete-group", group }, world.signal)]);
  if (world.backend.groups().length > 0) fail("groups after the only one was deleted", "none", "one");
  return group;
}

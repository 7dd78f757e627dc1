import type { Capabilities } from "../adapter/capabilities.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import type { Attachment, ObservedGroup, ObservedRule, Tags } from "../model/group.ts";
import type { GroupId, Rule, RuleId } from "../model/rule.ts";
import { normalizeRule } from "../normalize/normalize-rule.ts";
import { ruleKey } from "../normalize/rule-key.ts";
import type { OperationState } from "../operation/operation.ts";
import type { ResolvedStep, RuleSet, TagsPatch } from "../plan/step.ts";
import { draftOf } from "./draft-of.ts";
import { memoryCapabilities } from "./memory-capabilities.ts";

/** What a group is seeded with. */
export interface MemoryGroupSeed {
  readonly name: string;
  readonly description?: string | undefined;
  readonly tags?: Tags | undefined;
  readonly readOnlyTags?: Tags | undefined;
  readonly rules?: readonly Rule[] | undefined;
}

/** The state behind memory adapters, with a view that does not go through them. */
export interface MemoryCloud {
  readonly capabilities: Capabilities;
  /** Adds a group as if it had always been there. */
  seed(group: MemoryGroupSeed): GroupId;
  /** Every group as it is now, in order of creation. */
  groups(): readonly ObservedGroup[];
  attach(id: GroupId, attachment: Attachment): void;
  attachments(id: GroupId): readonly Attachment[];
  /** The next operation fails with this message and has no effect. */
  failNextOperation(message: string): void;
  /** While held, operations stay running. */
  holdOperations(held: boolean): void;
  /** Every step accepted so far, in order. */
  readonly accepted: readonly ResolvedStep[];
  accept(step: ResolvedStep): { readonly handle: string; readonly groupId?: GroupId | undefined };
  /** Operations that have not ended, in order. */
  pending(): readonly { readonly handle: string; readonly groupId: GroupId | undefined }[];
  operationState(handle: string): OperationState;
}

interface StartedOperation {
  readonly groupId: GroupId | undefined;
  /** Runs at the first look, as a cloud works behind its answer. */
  readonly effect: () => void;
  readonly failure: string | undefined;
  state: OperationState;
}

/** An empty cloud in memory, by default without gaps. Ids are counted, so that equal histories give equal ids. */
export function createMemoryCloud(capabilities: Capabilities = memoryCapabilities): MemoryCloud {
  const groups = new Map<GroupId, ObservedGroup>();
  const attached = new Map<GroupId, Attachment[]>();
  const operations = new Map<string, StartedOperation>();
  const accepted: ResolvedStep[] = [];
  let counter = 0;
  let failure: string | undefined;
  let held = false;

  const newId = (prefix: string): string => `${prefix}-${++counter}`;
  const newRule = (rule: Rule): ObservedRule => ({
    id: newId("rule") as RuleId,
    rule,
    draft: draftOf(rule),
    providerOwned: false,
  });

  const create = (id: GroupId, { name, description, tags, readOnlyTags, rules }: MemoryGroupSeed): void => {
    refuseDuplicates(rules ?? []);
    groups.set(id, {
      id,
      name,
      description: description ?? "",
      tags: tags ?? {},
      readOnlyTags: readOnlyTags ?? {},
      rules: (rules ?? []).map(newRule),
      unreadable: [],
    });
  };
  const change = (id: GroupId, edit: (group: ObservedGroup) => Partial<ObservedGroup>): void => {
    const group = existing(id);
    groups.set(id, { ...group, ...edit(group) });
  };
  const existing = (id: GroupId): ObservedGroup => {
    const group = groups.get(id);
    if (group === undefined) throw new SecurityGroupError("not-found", `there is no group ${id}`);
    return group;
  };
  const replaceRules = (group: ObservedGroup, { keep, add }: RuleSet): readonly ObservedRule[] => {
    const kept = keep.flatMap((draft) => {
      const normalized = normalizeRule(draft, "cloud");
      if (!normalized.ok) throw new SecurityGroupError("rejected", "a kept rule cannot be read");
      return normalized.rules;
    });
    const wanted = [...kept, ...add];
    refuseDuplicates(wanted);
    const present = new Map(
      group.rules.map((observed) => [`${ruleKey(observed.rule)} ${observed.rule.description}`, observed]),
    );
    return wanted.map((rule) => present.get(`${ruleKey(rule)} ${rule.description}`) ?? newRule(rule));
  };

  const effectOf = (step: ResolvedStep, createdId: GroupId): (() => void) => {
    switch (step.kind) {
      case "create-group":
        return () => create(createdId, step);
      case "update-group":
        return () =>
          change(step.group.id, (group) => ({
            name: step.fields?.name ?? group.name,
            description: step.fields?.description ?? group.description,
            tags: patchTags(group, step.fields?.tags),
            rules: step.rules ? replaceRules(group, step.rules) : group.rules,
          }));
      case "delete-group":
        return () => groups.delete(existing(step.group.id).id);
      case "create-rule":
        return () =>
          change(step.group.id, ({ rules }) => {
            refuseDuplicates([...rules.map(({ rule }) => rule), step.rule]);
            return { rules: [...rules, newRule(step.rule)] };
          });
      case "update-rule":
        return () =>
          change(step.group.id, ({ rules }) => {
            const { ruleId, to } = step;
            if (!rules.some(({ id }) => id === ruleId))
              throw new SecurityGroupError("not-found", `there is no rule ${ruleId}`);
            const updated = rules.map((rule) => (rule.id === ruleId ? { ...newRule(to), id: ruleId } : rule));
            refuseDuplicates(updated.map(({ rule }) => rule));
            return { rules: updated };
          });
      case "delete-rule":
        return () => change(step.group.id, ({ rules }) => ({ rules: rules.filter(({ id }) => id !== step.ruleId) }));
    }
  };

  return {
    capabilities,
    accepted,
    seed(group) {
      const id = newId("group") as GroupId;
      create(id, group);
      return id;
    },
    groups: () => [...groups.values()],
    attach: (id, attachment) => void attached.set(id, [...(attached.get(id) ?? []), attachment]),
    attachments: (id) => attached.get(existing(id).id) ?? [],
    failNextOperation: (message) => void (failure = message),
    holdOperations: (value) => void (held = value),
    accept(step) {
      const groupId = step.kind === "create-group" ? (newId("group") as GroupId) : existing(step.group.id).id;
      accepted.push(step);
      const handle = newId("operation");
      operations.set(handle, { groupId, effect: effectOf(step, groupId), failure, state: { status: "queued" } });
      failure = undefined;
      return { handle, groupId };
    },
    pending: () =>
      [...operations].flatMap(
        ([
          handle,
          {
            groupId,
            state: { status },
          },
        ]) => (status === "queued" || status === "running" ? [{ handle, groupId }] : []),
      ),
    operationState(handle) {
      const operation = operations.get(handle);
      if (operation === undefined) throw new SecurityGroupError("not-found", `there is no operation ${handle}`);
      operation.state = nextState(operation, held);
      return operation.state;
    },
  };
}

/** Queued, then running, then ended: one look each, so that whoever does not wait is found out. */
function nextState({ state, effect, failure, groupId }: StartedOperation, held: boolean): OperationState {
  if (state.status === "queued") return { status: "running" };
  if (state.status !== "running" || held) return state;
  if (failure !== undefined) return { status: "failed", message: failure };
  try {
    effect();
    return { status: "succeeded", groupId };
  } catch (error) {
    if (SecurityGroupError.is(error)) return { status: "failed", message: error.message };
    throw error;
  }
}

function refuseDuplicates(rules: readonly Rule[]): void {
  if (new Set(rules.map(ruleKey)).size < rules.length)
    throw new SecurityGroupError("conflict", "the group holds this rule already");
}

function patchTags({ tags, readOnlyTags }: ObservedGroup, patch: TagsPatch | null | undefined): Tags {
  if (patch === undefined) return tags;
  if (patch === null) return {};
  const merged = { ...tags, ...patch };
  return Object.fromEntries(
    Object.entries(merged).flatMap(([key, value]) => (value === null || key in readOnlyTags ? [] : [[key, value]])),
  );
}

import { ruleKey, SecurityGroupError, type Adapter, type Operation, type Rule, type RuleId } from "@secgroup/core";
import { changeGroups, type Spoil } from "./spoil.ts";

const nothingToDo: Operation = { cloud: "memory", handles: [] };

/** An operation without handles has succeeded, as on clouds that do some things at once. */
const withInstantOperations = (adapter: Adapter): Adapter => ({
  ...adapter,
  readOperations: async (operations, signal) => {
    const states = await adapter.readOperations(
      operations.filter(({ handles }) => handles.length > 0),
      signal,
    );
    let next = 0;
    return operations.map(({ handles }) =>
      handles.length === 0 ? { status: "succeeded" } : (states[next++] ?? { status: "running" }),
    );
  },
});

const changeRules = (adapter: Adapter, change: (rule: Rule) => Rule): Adapter => ({
  ...adapter,
  submit(step, signal) {
    switch (step.kind) {
      case "create-group":
        return adapter.submit({ ...step, rules: step.rules.map(change) }, signal);
      case "create-rule":
        return adapter.submit({ ...step, rule: change(step.rule) }, signal);
      case "update-rule":
        return adapter.submit({ ...step, to: change(step.to) }, signal);
      case "update-group":
      case "delete-group":
      case "delete-rule":
        return adapter.submit(step, signal);
    }
  },
});

const changeUpdates = (adapter: Adapter, change: (from: Rule, to: Rule) => Rule): Adapter => ({
  ...adapter,
  submit: async (step, signal) =>
    adapter.submit(step.kind === "update-rule" ? { ...step, to: change(step.from, step.to) } : step, signal),
});

const swapDirection = (rule: Rule): Rule => ({
  ...rule,
  direction: rule.direction === "ingress" ? "egress" : "ingress",
});

export const forgetsDeletes: Spoil = (adapter) =>
  withInstantOperations({
    ...adapter,
    submit: async (step, signal) =>
      step.kind === "delete-rule" ? { ...nothingToDo, groupId: step.group.id } : adapter.submit(step, signal),
  });

/** Writes and reads with the same mistake, so that it sees nothing amiss itself. */
export const turnsDirectionsRound: Spoil = (adapter) =>
  changeRules(
    changeGroups(adapter, (group) => ({
      ...group,
      rules: group.rules.map((observed) => ({
        ...observed,
        rule: swapDirection(observed.rule),
        draft: { ...observed.draft, direction: swapDirection(observed.rule).direction },
      })),
    })),
    swapDirection,
  );

export const losesDescriptionsOfEgress: Spoil = (adapter) =>
  changeRules(adapter, (rule) => (rule.direction === "egress" ? { ...rule, description: "" } : rule));

export const repeatsCreation: Spoil = (adapter) => ({
  ...adapter,
  submit: async (step, signal) => {
    if (step.kind === "create-group") await adapter.submit(step, signal);
    return adapter.submit(step, signal);
  },
});

export const repeatsAfterAnError: Spoil = (adapter) => ({
  ...adapter,
  submit: async (step, signal) => {
    try {
      return await adapter.submit(step, signal);
    } catch (error) {
      if (SecurityGroupError.is(error) && error.retryable) return adapter.submit(step, signal);
      throw error;
    }
  },
});

export const forgetsHowLongToWait: Spoil = (adapter) => ({
  ...adapter,
  submit: async (step, signal) => {
    try {
      return await adapter.submit(step, signal);
    } catch (error) {
      throw SecurityGroupError.is(error) ? error.with({ retryAfterMs: undefined }) : error;
    }
  },
});

/** Leaves out of an update what it should clear. */
export const forgetsToClear: Spoil = (adapter) =>
  changeUpdates(adapter, (from, to) => ({
    ...to,
    remote: to.remote.kind === "any" ? from.remote : to.remote,
    local: to.local.kind === "any" ? from.local : to.local,
    sourceMac: to.sourceMac === "any" ? from.sourceMac : to.sourceMac,
  }));

export const forgetsTheCodeInUpdates: Spoil = (adapter) =>
  changeUpdates(adapter, (from, to) =>
    "icmp" in from && "icmp" in to && from.icmp !== "all" ? { ...to, icmp: from.icmp } : to,
  );

export const dropsDescriptionsInUpdates: Spoil = (adapter) =>
  changeUpdates(adapter, (_, to) => ({ ...to, description: "" }));

export const updatesTheDescriptionOnly: Spoil = (adapter) =>
  changeUpdates(adapter, (from, { description }) => ({ ...from, description }));

/** Comes to the same in the end, but the rule is gone for a while. */
export const removesAndAddsInUpdates: Spoil = (adapter) => ({
  ...adapter,
  submit: async (step, signal) => {
    if (step.kind !== "update-rule" || ruleKey(step.from) === ruleKey(step.to)) return adapter.submit(step, signal);
    const { group, ruleId, to } = step;
    const removal = await adapter.submit({ kind: "delete-rule", group, ruleId }, signal);
    const creation = await adapter.submit({ kind: "create-rule", group, rule: to }, signal);
    await adapter.readOperations([removal], signal);
    await adapter.readOperations([removal], signal);
    return creation;
  },
});

/** Reads what it has sent from its own memory, so that it sees nothing amiss itself. */
export const remembersUpdates: Spoil = (adapter) => {
  const sent = new Map<RuleId, Rule>();
  const remembering = changeGroups(adapter, (group) => ({
    ...group,
    rules: group.rules.map((observed) => ({ ...observed, rule: sent.get(observed.id) ?? observed.rule })),
  }));
  return {
    ...remembering,
    submit: async (step, signal) => {
      if (step.kind !== "update-rule") return adapter.submit(step, signal);
      const { ruleId, from, to } = step;
      sent.set(ruleId, to);
      return adapter.submit({ ...step, to: { ...from, description: to.description } }, signal);
    },
  };
};

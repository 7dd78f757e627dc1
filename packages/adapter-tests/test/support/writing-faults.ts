import { SecurityGroupError, type Adapter, type Operation, type Rule } from "@secgroup/core";
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
      case "update-group":
      case "update-rule":
      case "delete-group":
      case "delete-rule":
        return adapter.submit(step, signal);
    }
  },
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

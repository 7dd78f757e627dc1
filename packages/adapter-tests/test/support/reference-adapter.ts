import {
  canUpdateInPlace,
  checkSupport,
  SecurityGroupError,
  type Adapter,
  type Capabilities,
  type ResolvedStep,
  type Rule,
} from "@secgroup/core";
import { memoryAdapter } from "@secgroup/core/memory";
import type { AdapterUnderTest } from "../../src/index.ts";
import { memoryBackend, type MemoryBackend } from "./memory-backend.ts";

/** Small, so that the limits are reached soon. */
const limits = { rulesPerGroup: 12, groupsPerTarget: 20 };

/** An adapter that passes, on a cloud in memory with these capabilities; `spoil` makes one with a fault of it. */
export function referenceAdapter(
  capabilities: Partial<Capabilities> = {},
  spoil: (adapter: Adapter, backend: MemoryBackend) => Adapter = (adapter) => adapter,
): AdapterUnderTest<MemoryBackend> {
  return {
    backend: () => memoryBackend({ limits, ...capabilities }),
    adapter: (backend, account) => spoil(backend.connect(refusing(memoryAdapter(backend.cloud, account))), backend),
  };
}

/** The adapter with a last line that holds every step against its capabilities. */
function refusing(adapter: Adapter): Adapter {
  return {
    ...adapter,
    async submit(step, signal) {
      const [problem] = problemsOf(step, adapter.capabilities);
      if (problem !== undefined && !signal.aborted) throw new SecurityGroupError("unsupported", problem);
      return adapter.submit(step, signal);
    },
  };
}

function problemsOf(step: ResolvedStep, capabilities: Capabilities): readonly string[] {
  if (step.kind === "delete-group" || step.kind === "delete-rule") return [];
  if (step.kind === "update-rule" && !canUpdateInPlace(step.from, step.to, capabilities.ruleUpdates))
    return ["this rule cannot become the other in place"];
  const fields = step.kind === "create-group" ? step : step.kind === "update-group" ? step.fields : undefined;
  const rules = rulesOf(step);
  const desired = {
    ...({ ensure: "present", unlistedRules: "remove", rules } as const),
    name: fields?.name ?? "group-1",
    description: fields?.description,
    tags: fields?.tags === undefined ? undefined : {},
  };
  return checkSupport({ key: "group", desired }, capabilities).map(({ message }) => message);
}

/** The rules that a step brings to the cloud. */
function rulesOf(step: ResolvedStep): readonly Rule[] {
  switch (step.kind) {
    case "create-group":
      return step.rules;
    case "create-rule":
      return [step.rule];
    case "update-group":
      return step.rules?.add ?? [];
    case "update-rule":
      return [step.to];
    case "delete-group":
    case "delete-rule":
      return [];
  }
}

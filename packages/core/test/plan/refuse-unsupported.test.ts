import { describe, expect, it } from "vitest";
import {
  no,
  refuseUnsupported,
  SecurityGroupError,
  type Capabilities,
  type GroupId,
  type ResolvedStep,
  type RuleDraft,
  type RuleId,
} from "../../src/index.ts";
import { memoryCapabilities } from "../../src/memory/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";

const group = { id: "g1" as GroupId, name: "web" };
const draft: RuleDraft = { direction: "ingress", protocol: "tcp", ports: { from: 80, to: 80 }, ipVersion: "IPv4" };

/** The refusal of an update of the rule to one that differs in these parts. */
function refusal(parts: Partial<RuleDraft>, capabilities: Partial<Capabilities> = {}): SecurityGroupError | undefined {
  const step: ResolvedStep = {
    kind: "update-rule",
    group,
    ruleId: "r1" as RuleId,
    from: ruleOf(draft),
    to: ruleOf({ ...draft, ...parts }),
  };
  try {
    refuseUnsupported(step, { ...memoryCapabilities, ...capabilities });
    return undefined;
  } catch (error) {
    if (SecurityGroupError.is(error)) return error;
    throw error;
  }
}

describe("an update of a rule", () => {
  it.each<[string, Partial<RuleDraft>, Partial<Capabilities>]>([
    ["of what can change", { remote: "10.0.0.0/8", ports: undefined, description: "new" }, {}],
    ["of nothing", {}, {}],
  ])("passes: %s", (_, parts, capabilities) => {
    expect(refusal(parts, capabilities)).toBeUndefined();
  });

  it.each<[string, Partial<RuleDraft>, Partial<Capabilities>, field: string, message: string]>([
    [
      "where rules cannot be updated",
      { description: "new" },
      { ruleUpdates: no("rules are carved in stone") },
      "rules",
      "Memory cannot change this rule in place: rules are carved in stone",
    ],
    [
      "of what stays",
      { protocol: "udp" },
      {},
      "protocol",
      "Memory cannot change this rule in place: its protocol stays as it was created",
    ],
    [
      "that lifts what cannot be lifted",
      { ports: undefined },
      { ruleUpdates: { supported: true, immutable: [], unclearable: ["ports"] } },
      "ports",
      "Memory cannot change this rule in place: its ports can change, but not be cleared",
    ],
    [
      "to a rule that could not be created",
      { local: "10.0.0.7" },
      { localAddress: no("it does not know the server") },
      "local",
      "Memory cannot express this rule: it does not know the server",
    ],
    [
      "to a description that is too long",
      { description: "four" },
      { ruleDescription: { minLength: 0, maxLength: 3 } },
      "description",
      "Memory cannot express this rule: it has 4 characters, the most is 3",
    ],
    [
      "where all rules are one write",
      { description: "new" },
      { writeGranularity: "rule-set" },
      "rules",
      "Memory takes all rules of a group in one write, not the step update-rule",
    ],
  ])("is refused %s", (_, parts, capabilities, field, message) => {
    expect(refusal(parts, capabilities)).toMatchObject({
      code: "unsupported",
      message,
      place: { group: "web", field },
    });
  });

  it("is refused with the rule as it stands", () => {
    expect(refusal({ protocol: "udp" })?.place.rule).toBe("ingress tcp/80 from any (IPv4)");
  });
});

import { no, yes, type Capabilities } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import { describeExpressible, describeLimits, describeWrites } from "../src/cloud/describe-capabilities.ts";
import { describeUnknown } from "../src/cloud/describe-unknown.ts";

const capabilities: Capabilities = {
  title: "Cloud",
  writeGranularity: "rule",
  protocols: ["tcp", "any"],
  icmpMaximum: 254,
  portMinimum: 1,
  remoteGroups: no("its rules take addresses"),
  localAddress: yes,
  sourceMac: yes,
  tags: no("it has none"),
  ruleUpdates: { supported: true, immutable: ["direction", "protocol"], unclearable: ["ports"] },
  groupName: { minLength: 3, maxLength: 63, pattern: "^[a|b]+$" },
  groupDescription: { minLength: 0, maxLength: 300 },
  ruleDescription: { minLength: 0, maxLength: Number.MAX_SAFE_INTEGER },
  limits: { rulesPerGroup: 100 },
};

describe("a cloud's page", () => {
  it("tells what can be said, and of what cannot the reason", () => {
    const table = describeExpressible(capabilities);
    expect(table).toContain("| `tcp`, `any` |");
    expect(table).toContain("| 0 to 254 |");
    expect(table).toContain("| `group:NAME` as the other end | no: its rules take addresses |");
    expect(table).toContain("| `local`, the server's own address | yes |");
    expect(table).toContain("| `tags` of a group | no: it has none |");
  });

  it("tells limits, and where none is published", () => {
    expect(describeLimits(capabilities).split("\n").slice(2)).toEqual([
      "| rules of a group, both directions together | 100 |",
      "| groups of a target | none is published |",
      "| a group's name | 3 to 63 characters that match `^[a\\|b]+$` |",
      "| a group's description | up to 300 characters |",
      "| a rule's description | none is published |",
    ]);
  });

  it("tells what a write is, and what of a rule can change", () => {
    expect(describeWrites(capabilities)).toMatch(
      /Each rule is a write.*\n.*in place.*\n.*`direction`, `protocol`\.\n.*`ports`/,
    );
    const other = describeWrites({
      ...capabilities,
      writeGranularity: "rule-set",
      ruleUpdates: no("there is no call for it"),
    });
    expect(other).toMatch(
      /One write states all rules.*\n- No rule can be changed in place: there is no call for it\.$/,
    );
  });

  it("counts what nobody knows", () => {
    const quirks = {
      order: { values: ["a", "b"], default: "a", fact: "" },
      limit: { values: [1, 2, 3], default: 1, fact: "" },
    };
    expect(describeUnknown(quirks, "Some Cloud")).toMatch(
      /\[2 questions\]\(.*QUIRKS\.md#some-cloud\).*5 plausible answers/,
    );
  });
});

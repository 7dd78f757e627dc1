import { gcoreDocument } from "@secgroup/api-types/gcore-document";
import { describe, expect, it } from "vitest";
import { gcoreCapabilities } from "../src/index.ts";

// The capabilities are written by hand; what the vendor's document says of the same is their oracle.
const schemas = JSON.parse(JSON.stringify(gcoreDocument)).components.schemas;

describe("the capabilities agree with the vendor's document on", () => {
  it("protocols", () => {
    // ipip is another word for ipencap.
    const documented = new Set([
      ...schemas.SecurityGroupProtocolEnumV2.enum.filter((word: string) => word !== "ipip"),
      "any",
    ]);
    expect(new Set(gcoreCapabilities.protocols)).toEqual(documented);
    expect(gcoreCapabilities.protocols).toHaveLength(documented.size);
  });

  it("names", () => {
    expect(gcoreCapabilities.groupName.pattern).toBe(schemas.UpdateSecurityGroupSerializerV2.properties.name.pattern);
  });

  it("the number of rules", () => {
    expect(gcoreCapabilities.limits.rulesPerGroup).toBe(
      schemas.UpdateSecurityGroupSerializerV2.properties.rules.maxItems,
    );
  });

  it("the length of a rule's description", () => {
    expect(gcoreCapabilities.ruleDescription.maxLength).toBe(
      schemas.CreateSecurityGroupRuleSerializerV2.properties.description.maxLength,
    );
  });
});

it.each([
  ["web", true],
  ["a b.c_d-e", true],
  ["x".repeat(63), true],
  ["we", false],
  ["x".repeat(64), false],
  ["web ", false],
  ["web-", false],
  ["_web", false],
  ["wäb", false],
])("the name pattern takes %j: %s", (name, accepted) => {
  const { minLength, maxLength, pattern = "" } = gcoreCapabilities.groupName;
  expect(new RegExp(pattern).test(name)).toBe(accepted);
  // The two lengths are what the pattern implies.
  if (accepted) expect(name.length >= minLength && name.length <= maxLength).toBe(true);
});

it("gives a reason for every gap", () => {
  const gaps = Object.entries(gcoreCapabilities).flatMap(([name, value]) =>
    typeof value === "object" && "supported" in value && !value.supported ? [[name, value.reason]] : [],
  );
  expect(gaps.map(([name]) => name)).toEqual(["localAddress", "sourceMac", "ruleUpdates"]);
  for (const [, reason] of gaps) expect(reason).toMatch(/\w+ \w+/);
});

import { ionosDocument } from "@secgroup/api-types/ionos-document";
import { expect, test } from "vitest";
import { ionos, ionosCapabilities } from "../src/index.ts";
import { datacenter } from "./support/fake-cloud.ts";

test("the adapter carries them, under the cloud's name", () => {
  const adapter = ionos({ token: "t0", datacenter });
  expect(adapter.cloud).toBe("ionos");
  expect(adapter.capabilities).toBe(ionosCapabilities);
});

test("every gap has a reason", () => {
  const gaps = Object.values(ionosCapabilities).filter(
    (value) => typeof value === "object" && "supported" in value && !value.supported,
  );
  expect(gaps).toEqual([
    { supported: false, reason: expect.stringMatching(/\S/) as string },
    { supported: false, reason: expect.stringMatching(/\S/) as string },
  ]);
});

test("they say what the API's document says", () => {
  const { groupName, groupDescription, icmpMaximum, portMinimum } = ionosCapabilities;
  expect(ionosDocument.components["schemas"]).toMatchObject({
    SecurityGroupProperties: {
      properties: {
        name: { maxLength: groupName.maxLength },
        description: { maxLength: groupDescription.maxLength },
      },
    },
    FirewallruleProperties: {
      properties: {
        icmpType: { maximum: icmpMaximum },
        icmpCode: { maximum: icmpMaximum },
        portRangeStart: { minimum: portMinimum },
      },
    },
  });
});

test("the fields of a rule that change in place are those that the document lets a PATCH name, and lift", () => {
  const { ruleUpdates } = ionosCapabilities;
  if (!ruleUpdates.supported) return expect.unreachable("rules can be updated");
  expect(ionosDocument.components["schemas"]).toMatchObject({
    FirewallrulePropertiesPatch: {
      properties: {
        protocol: false,
        sourceMac: { type: ["string", "null"] },
        sourceIp: { type: ["string", "null"] },
        targetIp: { type: ["string", "null"] },
        icmpType: { type: ["integer", "null"] },
        icmpCode: { type: ["integer", "null"] },
        portRangeStart: { type: "integer" },
        portRangeEnd: { type: "integer" },
      },
    },
  });
  expect(ruleUpdates.immutable).toEqual(["direction", "ipVersion", "protocol"]);
  expect(ruleUpdates.unclearable).toEqual(["ports"]);
});

test("rules are written one by one", () => {
  expect(ionosCapabilities).toMatchObject({
    writeGranularity: "rule",
    limits: { rulesPerGroup: 100, groupsPerTarget: 200 },
  });
  expect(ionosCapabilities.protocols.toSorted()).toEqual([
    "ah",
    "any",
    "esp",
    "gre",
    "icmp",
    "ipv6-icmp",
    "tcp",
    "udp",
    "vrrp",
  ]);
});

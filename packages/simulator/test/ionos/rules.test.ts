import { describe, expect, it } from "vitest";
import type { IonosOptions } from "../../src/index.ts";
import { createTestCloud, messagesOf, tcp, type TestAnswer, type TestCloud } from "./ionos-client.ts";

interface RuleCloud extends TestCloud {
  readonly groupId: string;
  readonly rules: string;
  readonly post: (properties: unknown) => Promise<TestAnswer>;
}

function withRules(options: IonosOptions = {}): RuleCloud {
  const cloud = createTestCloud(options);
  const groupId = cloud.simulator.ionos.addGroup(cloud.datacenterId, { name: "web", rules: [] });
  const rules = `${cloud.groups}/${groupId}/rules`;
  return { ...cloud, groupId, rules, post: (properties) => cloud.call("POST", rules, { properties }) };
}

describe("adding a rule", () => {
  it("echoes every field in the documented order, null where it was not given", async () => {
    const { post } = withRules();
    const answer = await post({ protocol: "TCP", name: "SSH", sourceIp: "203.0.113.7" });
    expect(answer.status).toBe(202);
    expect(Object.entries(answer.body.properties)).toEqual([
      ["name", "SSH"],
      ["protocol", "TCP"],
      ["sourceMac", null],
      ["sourceIp", "203.0.113.7"],
      ["targetIp", null],
      ["icmpCode", null],
      ["icmpType", null],
      ["portRangeStart", null],
      ["portRangeEnd", null],
      ["ipVersion", "IPv4"],
      ["type", "INGRESS"],
    ]);
  });

  it.each<[object, object]>([
    [{}, { ipVersion: "IPv4" }],
    [{ ipVersion: null }, { ipVersion: "IPv4" }],
    [{ ipVersion: "IPv6" }, { ipVersion: "IPv6" }],
    [{ sourceIp: "2001:db8::/32" }, { ipVersion: "IPv6" }],
    [{ targetIp: "2001:db8::1" }, { ipVersion: "IPv6" }],
    [{ sourceIp: "10.0.0.0/8", targetIp: "10.0.0.1" }, { ipVersion: "IPv4" }],
    [{ sourceMac: "02:01:0A:0b:0c:0d" }, { sourceMac: "02:01:0A:0b:0c:0d" }],
    [{ type: "EGRESS" }, { type: "EGRESS" }],
    [
      { portRangeStart: 1, portRangeEnd: 65535 },
      { portRangeStart: 1, portRangeEnd: 65535 },
    ],
    [
      { portRangeStart: null, portRangeEnd: null },
      { portRangeStart: null, portRangeEnd: null },
    ],
    [
      { protocol: "ICMPv6", ipVersion: "IPv6", icmpType: 128, icmpCode: 0 },
      { protocol: "ICMPv6", icmpType: 128, icmpCode: 0 },
    ],
  ])("with %j makes it %j", async (given, wanted) => {
    const { post } = withRules();
    expect((await post({ protocol: "TCP", ...given })).body.properties).toMatchObject(wanted);
  });

  it.each<[object, string, string]>([
    [{ protocol: undefined }, "protocol", "Attribute is required"],
    [{ protocol: "tcp" }, "protocol", "Value must be equal to one of the allowed values"],
    [{ portRangeStart: 0, portRangeEnd: 1 }, "portRangeStart", "Value must be >= 1"],
    [{ portRangeStart: 1, portRangeEnd: 65536 }, "portRangeEnd", "Value must be <= 65535"],
    [{ portRangeStart: 1 }, "portRangeEnd", "Attribute is required when portRangeStart is set"],
    [{ portRangeEnd: 1, portRangeStart: null }, "portRangeStart", "Attribute is required when portRangeEnd is set"],
    [{ portRangeStart: 2, portRangeEnd: 1 }, "portRangeStart", "Start of the port range is greater than its end"],
    [{ icmpType: 255 }, "icmpType", "Value must be <= 254"],
    [{ sourceIp: "10.0.0.0/8", ipVersion: "IPv6" }, "sourceIp", "10.0.0.0/8 contradicts the IP version IPv6"],
    [{ sourceIp: "10.0.0.1", targetIp: "::1" }, "targetIp", "::1 contradicts the IP version IPv4"],
    [{ sourceIp: "10.0.0.0/33" }, "sourceIp", "10.0.0.0/33 is not a valid IP address or CIDR block"],
    [{ sourceIp: "10.0.0.1,10.0.0.2" }, "sourceIp", "10.0.0.1,10.0.0.2 is not a valid IP address or CIDR block"],
    [{ targetIp: "" }, "targetIp", " is not a valid IP address or CIDR block"],
    [{ sourceMac: "02:01:0a:0b:0c" }, "sourceMac", "02:01:0a:0b:0c is not a valid MAC address"],
    [{ remoteGroup: "x" }, "remoteGroup", "Attribute is unknown"],
  ])("with %j is refused at %s", async (given, field, message) => {
    const { post, call, rules } = withRules();
    const answer = await post({ protocol: "TCP", ...given });
    expect(answer.status).toBe(422);
    expect(answer.body.messages).toEqual([{ errorCode: "100", message: `[(root).properties.${field}] ${message}` }]);
    expect((await call("GET", rules)).body.items).toEqual([]);
  });

  it.each([200, 202] as const)("answers %i where the quirk says so", async (rulePostStatus) => {
    expect((await withRules({ quirks: { rulePostStatus } }).post(tcp(1))).status).toBe(rulePostStatus);
  });
});

describe("changing a rule", () => {
  const withRule = async (): Promise<RuleCloud & { readonly rule: string }> => {
    const cloud = withRules();
    const { body } = await cloud.post({ name: "ssh", ...tcp(22), sourceIp: "10.0.0.0/8" });
    cloud.settle();
    return { ...cloud, rule: `${cloud.rules}/${body.id}` };
  };

  it("with PATCH keeps what is not named, and lifts what is null", async () => {
    const { call, rule, settle } = await withRule();
    await call("PATCH", rule, { name: "ssh from anywhere", sourceIp: null });
    settle();
    expect((await call("GET", rule)).body.properties).toMatchObject({
      name: "ssh from anywhere",
      ...tcp(22),
      sourceIp: null,
      ipVersion: "IPv4",
    });
  });

  it.each<[given: object, body: object]>([
    [tcp(22), { name: "ssh" }],
    [{ ...tcp(22), name: "ssh" }, { name: "" }],
    [tcp(22), { sourceMac: "02:01:0a:0b:0c:0d" }],
    [{ ...tcp(22), sourceMac: "02:01:0a:0b:0c:0d" }, { sourceMac: null }],
    [tcp(22), { sourceIp: "203.0.113.7" }],
    [{ ...tcp(22), sourceIp: "2001:db8::/32" }, { sourceIp: null }],
    [tcp(22), { targetIp: "10.0.0.0/8" }],
    [{ ...tcp(22), targetIp: "10.0.0.7" }, { targetIp: null }],
    [{ protocol: "TCP" }, { portRangeStart: 80, portRangeEnd: 90 }],
    [tcp(22), { portRangeEnd: 80 }],
    [{ protocol: "ICMP" }, { icmpType: 8, icmpCode: 0 }],
    [{ protocol: "ICMP", icmpType: 8, icmpCode: 0 }, { icmpCode: null }],
    [
      { protocol: "ICMP", icmpType: 8, icmpCode: 0 },
      { icmpType: null, icmpCode: null },
    ],
    [
      { ...tcp(22), name: "ssh", sourceIp: "10.0.0.0/8", targetIp: "10.0.0.7", sourceMac: "02:01:0a:0b:0c:0d" },
      { name: "web", sourceIp: null, targetIp: null, sourceMac: null, portRangeStart: 80, portRangeEnd: 80 },
    ],
  ])("of %j with %j changes that and nothing else, in one step", async (given, body) => {
    const { call, post, rules, settle, simulator, groupId } = withRules();
    const { id, properties } = (await post(given)).body;
    await post({ protocol: "GRE" });
    settle();
    const before = simulator.history(groupId).length;
    expect((await call("PATCH", `${rules}/${id}`, body)).body.properties).toEqual({ ...properties, ...body });
    settle();
    expect((await call("GET", `${rules}/${id}`)).body.properties).toEqual({ ...properties, ...body });
    expect(simulator.history(groupId).slice(before)).toMatchObject([
      { rules: [{ ...properties, ...body }, { protocol: "GRE" }] },
    ]);
  });

  it.each<[given: object, method: "PATCH" | "PUT", body: object, states: readonly (readonly unknown[])[]]>([
    [tcp(22), "PATCH", { portRangeEnd: 80 }, [["GRE"], ["TCP", "GRE"]]],
    [tcp(22), "PUT", { properties: { protocol: "TCP" } }, [["GRE"], ["TCP", "GRE"]]],
    [tcp(22), "PATCH", { name: "ssh" }, [["TCP", "GRE"]]],
    [tcp(22), "PUT", { properties: { name: "ssh", ...tcp(22) } }, [["TCP", "GRE"]]],
  ])("of %j by %s of %j leaves it out for a moment where the quirk says so", async (given, method, body, states) => {
    const { call, post, rules, settle, simulator, groupId } = withRules({ quirks: { ruleUpdate: "remove-then-add" } });
    const { id } = (await post(given)).body;
    await post({ protocol: "GRE" });
    settle();
    const before = simulator.history(groupId).length;
    const answer = await call(method, `${rules}/${id}`, body);
    settle();
    const entries = simulator.history(groupId).slice(before);
    expect(entries.map((entry) => entry.rules.map(({ protocol }) => protocol))).toEqual(states);
    expect(new Set(entries.map(({ at }) => at)).size).toBe(1);
    expect((await call("GET", `${rules}/${id}`)).body.properties).toEqual(answer.body.properties);
    expect(entries.at(-1)?.rules[0]).toEqual(answer.body.properties);
  });

  it("with PUT sets the whole", async () => {
    const { call, rule, settle } = await withRule();
    await call("PUT", rule, { properties: { protocol: "TCP", type: "EGRESS" } });
    settle();
    const { properties } = (await call("GET", rule)).body;
    expect(properties).toMatchObject({ protocol: "TCP", sourceIp: null, portRangeStart: null, type: "EGRESS" });
    expect(properties).not.toHaveProperty("name");
  });

  it("never changes the protocol", async () => {
    const { call, rule } = await withRule();
    for (const answer of [
      await call("PATCH", rule, { protocol: "TCP" }),
      await call("PATCH", rule, { protocol: "UDP" }),
      await call("PUT", rule, { properties: { protocol: "UDP" } }),
    ]) {
      expect(answer.status).toBe(422);
      expect(messagesOf(answer)).toEqual(["[(root).properties.protocol] Attribute is not allowed in update requests"]);
    }
  });

  it("is checked together with what stays", async () => {
    const { call, rule } = await withRule();
    expect(messagesOf(await call("PATCH", rule, { portRangeStart: 23 }))).toEqual([
      "[(root).properties.portRangeStart] Start of the port range is greater than its end",
    ]);
    expect((await call("PATCH", rule, { ipVersion: "IPv6" })).status).toBe(422);
    expect((await call("PATCH", rule, { portRangeStart: null })).status).toBe(422);
  });

  it("is wrapped with PUT and bare with PATCH", async () => {
    const { call, rule } = await withRule();
    expect(messagesOf(await call("PATCH", rule, { properties: { name: "a" } }))).toEqual([
      "[(root).properties.properties] Attribute is unknown",
    ]);
    expect((await call("PUT", rule, { protocol: "TCP" })).status).toBe(422);
  });
});

describe("deleting a rule", () => {
  it("has no body, and leaves the rule in sight until it is gone", async () => {
    const { call, post, rules, settle } = withRules();
    const rule = `${rules}/${(await post(tcp(22))).body.id}`;
    settle();
    expect(await call("DELETE", rule)).toMatchObject({ status: 202, body: undefined });
    expect((await call("GET", rule)).body.metadata.state).toBe("BUSY");
    settle();
    expect((await call("GET", rule)).status).toBe(404);
  });
});

describe("equal rules", () => {
  it.each([
    ["accepted", 202],
    ["409", 409],
    ["422", 422],
  ] as const)("are %s", async (duplicateRules, status) => {
    const { call, post, rules, settle } = withRules({ quirks: { duplicateRules } });
    const first = await post({ name: "a", ...tcp(22) });
    expect((await post({ name: "b", ...tcp(22), type: "INGRESS", sourceIp: null })).status).toBe(status);
    const other = await post(tcp(23));
    expect((await call("PATCH", `${rules}/${other.body.id}`, { portRangeStart: 22, portRangeEnd: 22 })).status).toBe(
      status,
    );
    // A rule does not collide with itself, nor with one that is leaving.
    expect((await call("PATCH", `${rules}/${first.body.id}`, { name: "c" })).status).toBe(202);
    if (status === 202) return;
    await call("DELETE", `${rules}/${first.body.id}`);
    expect((await post(tcp(22))).status).toBe(202);
    settle();
  });

  it("are found in a new group as well", async () => {
    const cloud = createTestCloud({ quirks: { duplicateRules: "422" } });
    const items = [{ properties: tcp(22) }, { properties: { name: "again", ...tcp(22) } }];
    const answer = await cloud.call("POST", cloud.groups, {
      properties: { name: "web" },
      entities: { rules: { items } },
    });
    expect(messagesOf(answer)).toEqual([
      "[(root).entities.rules.items.1.properties] The same rule exists in the security group",
    ]);
  });
});

describe("host bits", () => {
  it.each([
    ["kept", "10.0.0.1/8", "10.0.0.1/8"],
    ["masked", "10.0.0.1/8", "10.0.0.0/8"],
    ["masked", "203.0.113.77/27", "203.0.113.64/27"],
    ["masked", "255.255.255.255/0", "0.0.0.0/0"],
    ["masked", "2001:DB8:0:0:ffff::1/65", "2001:db8:0:0:8000::/65"],
    ["masked", "::ffff:1.2.3.4/112", "::ffff:102:0/112"],
    ["masked", "2001:DB8::/32", "2001:DB8::/32"],
    ["masked", "10.0.0.1", "10.0.0.1"],
    ["masked", "10.0.0.1/32", "10.0.0.1/32"],
    ["rejected", "10.0.0.0/8", "10.0.0.0/8"],
    ["rejected", "10.0.0.1", "10.0.0.1"],
  ] as const)("are %s: %s becomes %s", async (hostBits, given, wanted) => {
    const { post } = withRules({ quirks: { hostBits } });
    expect((await post({ protocol: "TCP", sourceIp: given })).body.properties.sourceIp).toBe(wanted);
  });

  it("are rejected or masked in changes as well", async () => {
    for (const [hostBits, status, wanted] of [
      ["rejected", 422, null],
      ["masked", 202, "10.0.0.0/8"],
    ] as const) {
      const { call, post, rules, settle } = withRules({ quirks: { hostBits } });
      const { id } = (await post(tcp(22))).body;
      expect((await call("PATCH", `${rules}/${id}`, { sourceIp: "10.0.0.1/8" })).status).toBe(status);
      settle();
      expect((await call("GET", `${rules}/${id}`)).body.properties.sourceIp).toBe(wanted);
    }
  });
});

describe("limits", () => {
  it("of rules hold for single rules and for new groups, and count what is on its way", async () => {
    const cloud = withRules({ limits: { rulesPerSecurityGroup: 2 } });
    const first = await cloud.post(tcp(1));
    await cloud.post(tcp(2));
    await cloud.call("DELETE", `${cloud.rules}/${first.body.id}`);
    const refused = await cloud.post(tcp(3));
    expect(messagesOf(refused)).toEqual(["[(root)] The limit of 2 rules per security group is exceeded"]);
    cloud.settle();
    expect((await cloud.post(tcp(3))).status).toBe(202);
    const items = [1, 2, 3].map((port) => ({ properties: tcp(port) }));
    const body = { properties: { name: "big" }, entities: { rules: { items } } };
    expect((await cloud.call("POST", cloud.groups, body)).status).toBe(422);
    expect(
      (await cloud.call("POST", cloud.groups, { ...body, entities: { rules: { items: items.slice(1) } } })).status,
    ).toBe(202);
  });

  it("of groups holds for new groups and the predefined one", async () => {
    const cloud = createTestCloud({ limits: { securityGroupsPerVdc: 1 } });
    expect((await cloud.call("POST", cloud.groups, { properties: { name: "a" } })).status).toBe(202);
    expect((await cloud.call("POST", cloud.groups, { properties: { name: "b" } })).status).toBe(422);
    expect(
      (await cloud.call("PATCH", `/datacenters/${cloud.datacenterId}`, { createDefaultSecurityGroup: true })).status,
    ).toBe(422);
  });

  it("are 200, 10 and 100 unless told otherwise, and are told", async () => {
    const read = async (cloud: TestCloud): Promise<unknown> =>
      (await cloud.call("GET", "/contracts")).body.items[0].properties.resourceLimits;
    expect(await read(createTestCloud())).toEqual({
      securityGroupsPerVdc: 200,
      securityGroupsPerResource: 10,
      rulesPerSecurityGroup: 100,
    });
    expect(await read(createTestCloud({ limits: { rulesPerSecurityGroup: 7 } }))).toMatchObject({
      rulesPerSecurityGroup: 7,
    });
  });
});

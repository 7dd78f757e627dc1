import { createVirtualClock, createWire, type Backend, type Wire } from "@secgroup/adapter-tests";
import { normalizeRule, type GroupId, type Rule } from "@secgroup/core";
import { createSimulator, type EnforcedGroup, type IonosQuirks } from "@secgroup/simulator";

type RuleProperties = EnforcedGroup["rules"][number];

/** The simulated IONOS Cloud from behind, with what an adapter needs to reach it. */
export interface IonosBackend extends Backend, Pick<Wire, "fetch"> {
  readonly datacenter: string;
}

/** An empty datacenter of a contract that may hold more rules in a group than the documented 100. */
export function ionosBackend(quirks: Partial<IonosQuirks>): IonosBackend {
  const clock = createVirtualClock();
  const limits = { rulesPerGroup: 120, groupsPerTarget: 200 };
  const simulator = createSimulator({
    now: () => clock.now(),
    ionos: {
      quirks,
      limits: { rulesPerSecurityGroup: limits.rulesPerGroup, securityGroupsPerVdc: limits.groupsPerTarget },
    },
  });
  const { ionos } = simulator;
  const datacenter = ionos.addDatacenter({ name: "production" });
  const refusal = (httpStatus: number, message: string): unknown => {
    return { httpStatus, messages: [{ errorCode: "000", message }] };
  };
  const { fetch, failRequest, requests } = createWire({ fetch: simulator.fetch, refusal });
  return {
    datacenter,
    clock,
    limits,
    fetch,
    failRequest,
    requests,
    pageSize: 1_000,
    seedGroup: ({ name, description, rules = [] }) =>
      ionos.addGroup(datacenter, {
        name,
        ...(description !== undefined && { description }),
        rules: rules.map(spellRule),
      }) as GroupId,
    groups: () =>
      ionos.groups(datacenter).map(({ id, name, description, rules }) => {
        return { id: id as GroupId, name, description, tags: {}, rules: rules.map(understandRule) };
      }),
    attach(id) {
      const server = ionos.addServer(datacenter, { name: "front-1" });
      ionos.attachServer(id, server);
      return server;
    },
    failNextOperation: (message) => ionos.failNextRequest(message),
    holdOperations: (held) => ionos.holdRequests(held),
  };
}

const protocols: Readonly<Record<string, RuleProperties["protocol"]>> = {
  tcp: "TCP",
  udp: "UDP",
  icmp: "ICMP",
  "ipv6-icmp": "ICMPv6",
  gre: "GRE",
  vrrp: "VRRP",
  esp: "ESP",
  ah: "AH",
  any: "ANY",
};

/** The rule as somebody would have made it at the cloud's own console; apart from the adapter's writer on purpose. */
function spellRule(rule: Rule): Omit<RuleProperties, "id"> {
  const remote = rule.remote.kind === "cidr" ? rule.remote.cidr : null;
  const local = rule.local.kind === "cidr" ? rule.local.cidr : null;
  const isIngress = rule.direction === "ingress";
  return {
    name: rule.description,
    protocol: protocols[rule.protocol] ?? "ANY",
    type: isIngress ? "INGRESS" : "EGRESS",
    ipVersion: rule.ipVersion,
    sourceMac: rule.sourceMac === "any" ? null : rule.sourceMac,
    sourceIp: isIngress ? remote : local,
    targetIp: isIngress ? local : remote,
    ...("ports" in rule && rule.ports !== "all" && { portRangeStart: rule.ports.from, portRangeEnd: rule.ports.to }),
    ...("icmp" in rule && rule.icmp !== "all" && { icmpType: rule.icmp.type, icmpCode: rule.icmp.code ?? null }),
  };
}

/** The packets that the cloud lets through for a rule; apart from the adapter's reader on purpose. */
function understandRule(properties: RuleProperties): Rule {
  const isIngress = properties.type === "INGRESS";
  const normalized = normalizeRule(
    {
      direction: isIngress ? "ingress" : "egress",
      ipVersion: properties.ipVersion,
      protocol: properties.protocol,
      ports: { from: properties.portRangeStart, to: properties.portRangeEnd },
      icmp: { type: properties.icmpType, code: properties.icmpCode },
      remote: isIngress ? properties.sourceIp : properties.targetIp,
      local: isIngress ? properties.targetIp : properties.sourceIp,
      sourceMac: properties.sourceMac,
      description: properties.name,
    },
    "cloud",
  );
  const rule = normalized.ok ? normalized.rules[0] : undefined;
  if (rule === undefined) throw new Error(`the cloud holds what is no rule: ${JSON.stringify(properties)}`);
  return rule;
}

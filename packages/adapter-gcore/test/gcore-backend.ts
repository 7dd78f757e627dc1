import { createVirtualClock, createWire, type Backend, type Wire } from "@secgroup/adapter-tests";
import { normalizeRule, type GroupId, type Rule } from "@secgroup/core";
import { createSimulator, type GcoreGroupSeed, type GcoreGroupView, type GcoreQuirks } from "@secgroup/simulator";

/** The simulated Gcore Cloud from behind, with what an adapter needs to reach it. */
export interface GcoreBackend extends Backend, Pick<Wire, "fetch"> {
  readonly apiKey: string;
  readonly project: number;
  readonly region: number;
}

/** An empty project in one region. */
export function gcoreBackend(quirks: Partial<GcoreQuirks>): GcoreBackend {
  const clock = createVirtualClock();
  const [apiKey, project, region] = ["simulator-key", 1234, 76];
  const simulator = createSimulator({ now: () => clock.now(), gcore: { apiKey, quirks } });
  const { gcore } = simulator;
  gcore.addProject({ projectId: project, regionId: region });
  const refusal = (_: number, message: string): unknown => ({ message, exception_class: "TestError" });
  const { fetch, failRequest, requests } = createWire({ fetch: simulator.fetch, refusal });
  return {
    apiKey,
    project,
    region,
    clock,
    fetch,
    failRequest,
    requests,
    limits: { rulesPerGroup: 250 },
    pageSize: 1_000,
    seedGroup: ({ name, description = "", tags = {}, rules = [] }) =>
      gcore.addGroup(project, region, { name, description, tags, rules: rules.map(spellRule) }) as GroupId,
    groups: () =>
      gcore.groups(project, region).map(({ id, name, description, tags, rules }) => {
        return { id: id as GroupId, name, description, tags, rules: rules.map(understandRule) };
      }),
    attach: (id) => gcore.addInstance(project, region, { name: "front-1", groups: [id] }),
    failNextOperation: (message) => gcore.failNextTask(message),
    holdOperations: (held) => gcore.holdTasks(held),
  };
}

/** The rule as somebody would have made it at the cloud's own console; apart from the adapter's writer on purpose. */
function spellRule(rule: Rule): GcoreGroupSeed["rules"][number] {
  const [minimum, maximum] =
    "ports" in rule && rule.ports !== "all"
      ? [rule.ports.from, rule.ports.to]
      : "icmp" in rule && rule.icmp !== "all"
        ? [rule.icmp.type, rule.icmp.code ?? null]
        : [null, null];
  return {
    direction: rule.direction,
    ethertype: rule.ipVersion,
    protocol: rule.protocol === "any" ? null : rule.protocol,
    port_range_min: minimum,
    port_range_max: maximum,
    ...(rule.remote.kind === "cidr" && { remote_ip_prefix: rule.remote.cidr }),
    ...(rule.remote.kind === "group" && { remote_group_id: rule.remote.id }),
    description: rule.description,
  };
}

/** The packets that the cloud lets through for a rule; apart from the adapter's reader on purpose. */
function understandRule(content: GcoreGroupView["rules"][number]): Rule {
  const range = { minimum: content.port_range_min, maximum: content.port_range_max };
  const isIcmp = content.protocol === "icmp" || content.protocol === "ipv6-icmp";
  const normalized = normalizeRule(
    {
      direction: content.direction,
      ipVersion: content.ethertype,
      protocol: content.protocol,
      ...(isIcmp
        ? { icmp: { type: range.minimum, code: range.maximum } }
        : { ports: { from: range.minimum, to: range.maximum } }),
      remote: content.remote_ip_prefix,
      remoteGroup: content.remote_group_id,
      description: content.description,
    },
    "cloud",
  );
  const rule = normalized.ok ? normalized.rules[0] : undefined;
  if (rule === undefined) throw new Error(`the cloud holds what is no rule: ${JSON.stringify(content)}`);
  return rule;
}

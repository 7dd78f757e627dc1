import type { Packet } from "../model/packet.ts";
import type { IpVersion, Local, Rule } from "../model/rule.ts";
import type { TrafficLine } from "../traffic/traffic-line.ts";
import { createTrafficSpace } from "../traffic/traffic-space.ts";
import { exposureQuestions, type ExposureId, type NamedService } from "./exposure-question.ts";
import { judgeReach, type Reach, type ReachLevel } from "./judge-reach.ts";
import { privateBlocks } from "./public-addresses.ts";

/** Something that should not be reachable from everywhere, and is. */
export interface Exposure {
  readonly id: ExposureId;
  readonly level: ReachLevel;
  /** The names of the services that are, each once. */
  readonly services: readonly string[];
  /** The positions of the rules that let them in from public addresses, rising; none that lies within another one. */
  readonly rules: readonly number[];
  /** What those rules let in of the services. */
  readonly lines: readonly TrafficLine[];
  /** One packet of that, from a public address or from one that is reserved for examples. */
  readonly example: Packet;
}

/**
 * What some rules open to the internet of SSH, RDP, databases and whole protocols: for each of these questions at most one exposure
 * of each level.
 *
 * The rules are judged together, so that two halves of the world count as the world. What counts, for each service and IP version by
 * itself, is the share of public addresses (IPv4: all but the special-purpose, multicast and reserved blocks; IPv6: `2000::/3`) from
 * which at least one packet of the service is let in, or for `all-ports-open-to-world`, from which packets to every port of TCP, or
 * to every port of UDP, are. It is a `warning` from 1/256 of them on, and an `error` when less than 1/256 of them are left out: the
 * world without a few blocks is still the world. A service has the worst level of its protocols and IP versions. Rules from a group
 * never count, and neither does egress. A rule for one local address or MAC address counts like any other.
 */
export function findExposures(rules: readonly Rule[]): readonly Exposure[] {
  const letting = rules.filter(({ remote }) => remote.kind === "any" || remote.kind === "cidr");
  return exposureQuestions.flatMap(({ id, services, counts }) => {
    const reached = services.flatMap((service) =>
      (["IPv4", "IPv6"] as const).flatMap((ipVersion): readonly ReachedService[] => {
        const asked = ruleFor(service, ipVersion);
        const reach = judgeReach(letting, asked, counts);
        return reach === undefined ? [] : [{ ...reach, name: service.name, asked }];
      }),
    );
    const wide = new Set(reached.filter(({ level }) => level === "error").map(({ name }) => name));
    return [
      ...describeExposure(
        id,
        "error",
        reached.filter(({ name }) => wide.has(name)),
        rules,
      ),
      ...describeExposure(
        id,
        "warning",
        reached.filter(({ name }) => !wide.has(name)),
        rules,
      ),
    ];
  });
}

interface ReachedService extends Reach {
  readonly name: string;
  /** The service from anywhere. */
  readonly asked: Rule;
}

function describeExposure(
  id: ExposureId,
  level: ReachLevel,
  found: readonly ReachedService[],
  rules: readonly Rule[],
): readonly Exposure[] {
  const causes = new Set(found.flatMap((reached) => reached.rules));
  const asked = found.map((reached) => reached.asked);
  const space = createTrafficSpace([...causes, ...asked, ...privateRules]);
  const traffic = space.intersection(space.of(causes), space.of(asked));
  const example = space.sample(space.difference(traffic, space.of(privateRules)));
  if (example === undefined) return [];
  return [
    {
      id,
      level,
      services: [...new Set(found.map(({ name }) => name))],
      rules: rules.flatMap((rule, position) => (causes.has(rule) ? [position] : [])),
      lines: space.describe(traffic),
      example,
    },
  ];
}

const any: Local = { kind: "any" };

function ruleFor({ protocol, ports }: NamedService, ipVersion: IpVersion): Rule {
  return {
    direction: "ingress",
    ipVersion,
    protocol,
    ports,
    remote: any,
    local: any,
    sourceMac: "any",
    description: "",
  };
}

/** Everything from where no public address is. */
const privateRules: readonly Rule[] = (["IPv4", "IPv6"] as const).flatMap((ipVersion) =>
  privateBlocks[ipVersion].map((cidr): Rule => ({
    direction: "ingress",
    ipVersion,
    protocol: "any",
    remote: { kind: "cidr", cidr },
    local: any,
    sourceMac: "any",
    description: "",
  })),
);

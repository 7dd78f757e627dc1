import type { GcoreCloud, GcoreGroupSeed } from "@secgroup/simulator";
import type { SeededGroup } from "./create-simulated-clouds.ts";
import { simulated } from "./simulated-account.ts";

type Rule = GcoreGroupSeed["rules"][number];

/**
 * A project that has drifted from the document of the demo: ssh is open to everyone instead of the office, the description is
 * another one, and a group is missing. An instance uses `web`.
 */
export function seedGcore(cloud: GcoreCloud): readonly SeededGroup[] {
  const { project, region } = simulated;
  const web = cloud.addGroup(project, region, {
    name: "web",
    description: "Web servers",
    rules: [
      { ...tcp(80), description: "public site" },
      { ...tcp(80), description: "public site", ethertype: "IPv6" },
      { ...tcp(443), description: "public site" },
      { ...tcp(443), description: "public site", ethertype: "IPv6" },
      { ...tcp(22), description: "just for a moment" },
      { direction: "ingress", ethertype: "IPv4", protocol: "icmp", port_range_min: 8 },
      { direction: "egress", ethertype: "IPv4" },
      { direction: "egress", ethertype: "IPv6" },
    ],
  });
  cloud.addInstance(project, region, { name: "web-2", groups: [web] });
  return [{ cloud: "gcore", name: "web", id: web }];
}

function tcp(port: number): Rule {
  return { direction: "ingress", ethertype: "IPv4", protocol: "tcp", port_range_min: port, port_range_max: port };
}

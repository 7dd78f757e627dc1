import type { IonosCloud } from "@secgroup/simulator";
import type { SeededGroup } from "./create-simulated-clouds.ts";
import { simulated } from "./simulated-account.ts";

type Rule = Parameters<IonosCloud["addGroup"]>[1]["rules"][number];

/**
 * A datacenter that has drifted from the document of the demo: https is missing, telnet is open, the label of ssh is another one,
 * and a group still stands that is to be gone. A server uses `web`.
 */
export function seedIonos(cloud: IonosCloud): readonly SeededGroup[] {
  const web = cloud.addGroup(simulated.datacenter, {
    name: "web",
    description: "Public web servers",
    rules: [
      { ...tcp(80), name: "public site" },
      { ...tcp(80), name: "public site", ipVersion: "IPv6" },
      { ...tcp(22), name: "ssh", sourceIp: "203.0.113.0/24" },
      { ...tcp(23), name: "just for a moment" },
      { type: "INGRESS", ipVersion: "IPv4", protocol: "ICMP", icmpType: 8 },
      { type: "EGRESS", ipVersion: "IPv4", protocol: "ANY" },
      { type: "EGRESS", ipVersion: "IPv6", protocol: "ANY" },
    ],
  });
  const retired = cloud.addGroup(simulated.datacenter, {
    name: "retired",
    description: "Mail, moved away",
    rules: [tcp(25), { ...tcp(143), name: "imap" }],
  });
  cloud.attachServer(web, cloud.addServer(simulated.datacenter, { name: "web-1" }));
  return [
    { cloud: "ionos", name: "web", id: web },
    { cloud: "ionos", name: "retired", id: retired },
  ];
}

function tcp(port: number): Rule {
  return { type: "INGRESS", ipVersion: "IPv4", protocol: "TCP", portRangeStart: port, portRangeEnd: port };
}

import { createSimulator } from "@secgroup/simulator";
import type { Answers } from "./plan-and-explain.ts";

const datacenter = "5ec90000-0000-4000-8000-000000000001";

/** What both clouds answer to those who read for a plan: the simulator's answers, in which a group stands with a rule that is to go. */
export async function readCloudAnswers(): Promise<Answers> {
  const { ionos, gcore, fetch } = createSimulator();
  ionos.addDatacenter({ id: datacenter, name: "fra" });
  ionos.addGroup(datacenter, {
    name: "web",
    rules: [{ type: "INGRESS", protocol: "TCP", portRangeStart: 23, portRangeEnd: 23, ipVersion: "IPv4" }],
  });
  gcore.addProject({ projectId: 1234, regionId: 76 });
  gcore.addGroup(1234, 76, {
    name: "web",
    rules: [{ direction: "ingress", ethertype: "IPv4", protocol: "tcp", port_range_min: 23, port_range_max: 23 }],
  });
  const calls = [
    [`https://api.ionos.com/cloudapi/v6/datacenters/${datacenter}/securitygroups?depth=3`, "Bearer simulator-token"],
    ["https://api.ionos.com/cloudapi/v6/contracts?depth=1", "Bearer simulator-token"],
    ["https://api.gcore.com/cloud/v1/securitygroups/1234/76", "APIKey simulator-key"],
  ] as const;
  const answers = calls.map(async ([url, authorization]): Promise<[string, unknown]> => {
    const answer = await fetch(new Request(url, { headers: { authorization } }));
    if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}: ${await answer.text()}`);
    return [new URL(url).pathname, await answer.json()];
  });
  return Object.fromEntries(await Promise.all(answers));
}

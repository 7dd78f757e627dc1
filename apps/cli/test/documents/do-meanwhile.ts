import type { Simulator } from "@secgroup/simulator";
import { simulated } from "../../src/simulate/simulated-account.ts";

/** What somebody else does between two blocks: `gcore web + tcp/3389 from any`, `ionos web - tcp/443`, `ionos retired deleted`. */
export function doMeanwhile({ ionos, gcore }: Simulator, deed: string): void {
  const [, cloud, name, what, sign, port, from = "any"] =
    /^(ionos|gcore) (\S+) (deleted|([+-]) tcp\/(\d+)(?: from (\S+))?)$/.exec(deed) ?? [];
  const groups =
    cloud === "ionos" ? ionos.groups(simulated.datacenter) : gcore.groups(simulated.project, simulated.region);
  const id = groups.find((group) => group.name === name)?.id;
  if (cloud === undefined || id === undefined) throw new Error(`nobody can do this: ${deed}`);
  if (what === "deleted") {
    (cloud === "ionos" ? ionos : gcore).removeGroup(id);
    return;
  }
  const [portRangeStart, portRangeEnd] = [Number(port), Number(port)];
  if (cloud === "ionos")
    ionos.editRules(id, (rules) =>
      sign === "+"
        ? [
            ...rules,
            {
              type: "INGRESS",
              protocol: "TCP",
              portRangeStart,
              portRangeEnd,
              ...(from === "any" ? {} : { sourceIp: from }),
            },
          ]
        : rules.filter((rule) => rule.portRangeStart !== portRangeStart),
    );
  else
    gcore.editRules(id, (rules) =>
      sign === "+"
        ? [
            ...rules,
            {
              direction: "ingress",
              ethertype: "IPv4",
              protocol: "tcp",
              port_range_min: portRangeStart,
              port_range_max: portRangeEnd,
              ...(from === "any" ? {} : { remote_ip_prefix: from }),
            },
          ]
        : rules.filter((rule) => rule.port_range_min !== portRangeStart),
    );
}

import {
  createFaults,
  createSimulator,
  createVirtualTime,
  type Faults,
  type FaultsOptions,
  type PlannedFault,
  type Simulator,
  type VirtualTime,
} from "../../src/index.ts";

export const datacenterId = "5a88aa8b-8aa1-51f6-9cd1-0a1b2c3e9f31";
const project = { projectId: 1, regionId: 1 };
const keys = { ionos: "Bearer simulator-token", gcore: "APIKey simulator-key" };

/** Both clouds with one group `web` each, of one rule, behind faults. */
export interface FaultyWorld {
  readonly simulator: Simulator;
  readonly time: VirtualTime;
  readonly faults: Faults;
  /** The group's id at IONOS. */
  readonly ionosGroup: string;
  readonly gcoreGroup: string;
  /** Calls IONOS below the base path. */
  readonly ionos: (method: string, path: string, body?: object, signal?: AbortSignal) => Promise<Response>;
  /** Calls Gcore below `/cloud`. */
  readonly gcore: (method: string, path: string, body?: object) => Promise<Response>;
  /** Asks IONOS for a new rule, open to the port. */
  readonly addRule: (port: number) => Promise<Response>;
  /** The ports of the rules in force at IONOS. */
  readonly ports: () => readonly unknown[];
}

export function createFaultyWorld(plan: readonly PlannedFault[], abort?: FaultsOptions["abort"]): FaultyWorld {
  const time = createVirtualTime({ start: Date.UTC(2026, 0, 1) });
  const simulator = createSimulator({ now: time.steadyNow });
  simulator.ionos.addDatacenter({ id: datacenterId, name: "fra" });
  simulator.gcore.addProject(project);
  const ionosGroup = simulator.ionos.addGroup(datacenterId, {
    name: "web",
    rules: [{ protocol: "TCP", portRangeStart: 80, portRangeEnd: 80 }],
  });
  const gcoreGroup = simulator.gcore.addGroup(1, 1, {
    name: "web",
    rules: [{ direction: "ingress", protocol: "udp" }],
  });
  const targets = [{ cloud: "ionos", datacenterId } as const, { cloud: "gcore", ...project } as const];
  const faults = createFaults({ simulator, time, plan, targets, ...(abort && { abort }) });
  const call =
    (cloud: keyof typeof keys, base: string): FaultyWorld["ionos"] =>
    (method, path, body, signal) =>
      time.run(() =>
        faults.fetch(
          new Request(`http://cloud${base}${path}`, {
            method,
            headers: { Authorization: keys[cloud], ...(body && { "Content-Type": "application/json" }) },
            ...(body && { body: JSON.stringify(body) }),
            ...(signal && { signal }),
          }),
        ),
      );
  const ionos = call("ionos", "/cloudapi/v6");
  return {
    simulator,
    time,
    faults,
    ionosGroup,
    gcoreGroup,
    ionos,
    gcore: call("gcore", "/cloud"),
    addRule: (port) =>
      ionos("POST", `/datacenters/${datacenterId}/securitygroups/${ionosGroup}/rules`, {
        properties: { protocol: "TCP", portRangeStart: port, portRangeEnd: port },
      }),
    ports: () =>
      simulator.ionos.groups(datacenterId).flatMap(({ rules }) => rules.map(({ portRangeStart }) => portRangeStart)),
  };
}

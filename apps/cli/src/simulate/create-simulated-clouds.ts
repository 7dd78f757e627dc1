import { createSimulator, type Simulator, type SimulatorOptions } from "@secgroup/simulator";
import { seedGcore } from "./seed-gcore.ts";
import { seedIonos } from "./seed-ionos.ts";
import { simulated } from "./simulated-account.ts";

/** A group that was seeded. */
export interface SeededGroup {
  readonly cloud: string;
  readonly name: string;
  readonly id: string;
}

export interface SimulatedClouds {
  readonly simulator: Simulator;
  readonly seeded: readonly SeededGroup[];
}

/** Both clouds with an empty datacenter and project, or with the drifted groups of the demo in them. */
export function createSimulatedClouds(isSeeded: boolean, options: SimulatorOptions = {}): SimulatedClouds {
  const simulator = createSimulator({
    ...options,
    ionos: { token: simulated.token, ...options.ionos },
    gcore: { apiKey: simulated.apiKey, ...options.gcore },
  });
  simulator.ionos.addDatacenter({ id: simulated.datacenter, name: "Simulated datacenter" });
  simulator.gcore.addProject({ projectId: simulated.project, regionId: simulated.region, region: "Simulated region" });
  return { simulator, seeded: isSeeded ? [...seedIonos(simulator.ionos), ...seedGcore(simulator.gcore)] : [] };
}

import type { Environment } from "../context.ts";

/** Where the simulated clouds have room for groups, and with what they are reached. */
export const simulated = {
  datacenter: "5ec90000-0000-4000-8000-000000000001",
  project: 1,
  region: 1,
  token: "simulator-token",
  apiKey: "simulator-key",
} as const;

/** What a simulated account is entered with. */
export interface SimulatedCredentials {
  readonly token: string;
  readonly apiKey: string;
}

/** The variables that lead secgroup, and the vendors' SDKs, to a simulator at this address. */
export function simulatedEnvironment(url: string, { token, apiKey }: SimulatedCredentials = simulated): Environment {
  return {
    IONOS_API_URL: url,
    IONOS_TOKEN: token,
    IONOS_DATACENTER_ID: simulated.datacenter,
    GCORE_BASE_URL: url,
    GCORE_API_KEY: apiKey,
    GCORE_CLOUD_PROJECT_ID: String(simulated.project),
    GCORE_CLOUD_REGION_ID: String(simulated.region),
  };
}

import { SecurityGroupError, type Limits } from "@secgroup/core";
import { contractsAnswer, type ContractAnswer } from "./ionos-answer.ts";
import { ionosCapabilities } from "./ionos-capabilities.ts";
import type { IonosClient } from "./ionos-client.ts";

/**
 * The contract's limits (CloudAPI v6, operation contractsGet, `resourceLimits`), or the documented ones where it does not
 * tell or the user may not see contracts. Of several contracts without a given number the smallest limit counts.
 */
export async function readLimits(
  client: IonosClient,
  contractNumber: string | undefined,
  signal: AbortSignal,
): Promise<Limits> {
  const contracts = await readContracts(client, signal);
  const own = contracts.filter(({ properties }) => String(properties?.contractNumber) === contractNumber);
  const limits = (own.length > 0 ? own : contracts).flatMap(({ properties }) => properties?.resourceLimits ?? []);
  const documented = ionosCapabilities.limits;
  return {
    rulesPerGroup: smallest(limits.map((limit) => limit.rulesPerSecurityGroup)) ?? documented.rulesPerGroup,
    groupsPerTarget: smallest(limits.map((limit) => limit.securityGroupsPerVdc)) ?? documented.groupsPerTarget,
  };
}

async function readContracts(client: IonosClient, signal: AbortSignal): Promise<readonly ContractAnswer[]> {
  try {
    const { body } = await client.send(contractsAnswer, signal, (api, options) =>
      api.GET("/contracts", { ...options, params: { query: { depth: 1, pretty: false } } }),
    );
    return body.items ?? [];
  } catch (error) {
    if (SecurityGroupError.is(error) && error.code === "forbidden") return [];
    throw error;
  }
}

function smallest(values: readonly (number | null | undefined)[]): number | undefined {
  const known = values.flatMap((value) => value ?? []);
  return known.length > 0 ? Math.min(...known) : undefined;
}

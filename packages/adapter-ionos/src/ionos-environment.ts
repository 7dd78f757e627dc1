import { SecurityGroupError, type Adapter } from "@secgroup/core";
import { ionos } from "./ionos-adapter.ts";
import type { IonosCredentials, IonosTarget } from "./ionos-options.ts";

/** Environment variables by name, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The adapter with account and address from the variables that IONOS' own SDKs read: `IONOS_TOKEN`, or `IONOS_USERNAME` and
 * `IONOS_PASSWORD` (the token wins); `IONOS_API_URL`; `IONOS_CONTRACT_NUMBER`. An empty variable counts as not set.
 *
 * Throws `missing-credentials` naming the variables that are not set, and `usage` for an address or a number that cannot be one.
 */
export function ionosFromEnvironment(environment: Environment, target: IonosTarget): Adapter {
  return ionos({
    ...target,
    ...readCredentials(environment),
    baseUrl: environment["IONOS_API_URL"] || undefined,
    contractNumber: environment["IONOS_CONTRACT_NUMBER"] || undefined,
  });
}

function readCredentials(environment: Environment): IonosCredentials {
  const token = environment["IONOS_TOKEN"];
  const username = environment["IONOS_USERNAME"];
  const password = environment["IONOS_PASSWORD"];
  if (token) return { token };
  if (username && password) return { username, password };
  throw missing(
    username
      ? "IONOS_PASSWORD is not set"
      : password
        ? "IONOS_USERNAME is not set"
        : "neither IONOS_TOKEN nor IONOS_USERNAME and IONOS_PASSWORD are set",
  );
}

function missing(what: string): SecurityGroupError {
  return new SecurityGroupError("missing-credentials", `There are no credentials for IONOS Cloud: ${what}.`, {
    hint: "Set IONOS_TOKEN to a token of the account, or IONOS_USERNAME and IONOS_PASSWORD.",
  });
}

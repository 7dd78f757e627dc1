import type { ProviderName } from "../check-report.ts";

/** What a live check needs to begin. */
export interface LiveAccess {
  readonly authorization: string;
  /** What the pact's expressions such as `${projectId}` stand for. */
  readonly values: Readonly<Record<string, string>>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The access that the environment gives, or the variables that are missing, as a person would say it. */
export function readAccess(
  provider: ProviderName,
  environment: Environment,
): LiveAccess | { readonly missing: string } {
  return provider === "ionos" ? readIonosAccess(environment) : readGcoreAccess(environment);
}

function readIonosAccess(environment: Environment): ReturnType<typeof readAccess> {
  const {
    IONOS_TOKEN: token,
    IONOS_USERNAME: username,
    IONOS_PASSWORD: password,
    IONOS_DATACENTER_ID: datacenterId,
  } = environment;
  const authorization = token
    ? `Bearer ${token}`
    : username && password
      ? `Basic ${btoa(`${username}:${password}`)}`
      : "";
  if (authorization === "") return { missing: "no IONOS_TOKEN, nor IONOS_USERNAME and IONOS_PASSWORD" };
  if (!datacenterId) return { missing: "no IONOS_DATACENTER_ID" };
  return { authorization, values: { datacenterId } };
}

function readGcoreAccess(environment: Environment): ReturnType<typeof readAccess> {
  const { GCORE_API_KEY: key, GCORE_CLOUD_PROJECT_ID: projectId, GCORE_CLOUD_REGION_ID: regionId } = environment;
  if (!key) return { missing: "no GCORE_API_KEY" };
  if (!projectId || !regionId) return { missing: "no GCORE_CLOUD_PROJECT_ID and GCORE_CLOUD_REGION_ID" };
  return { authorization: `APIKey ${key}`, values: { projectId, regionId } };
}

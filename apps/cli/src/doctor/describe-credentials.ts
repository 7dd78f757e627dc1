import { gcoreRights } from "@secgroup/adapter-gcore";
import type { Target } from "@secgroup/config";
import type { Environment } from "../context.ts";

/** The names of the variables that hold the credentials in use. */
export function describeCredentials(cloud: Target["cloud"], environment: Environment): string {
  if (cloud === "gcore") return "GCORE_API_KEY";
  return environment["IONOS_TOKEN"] ? "IONOS_TOKEN" : "IONOS_USERNAME and IONOS_PASSWORD";
}

/** What a user needs to change groups, where no read tells whether he has it. */
export const writeRights: Readonly<Record<Target["cloud"], string>> = {
  // CloudAPI v6, "Getting started" and the guides on network security groups.
  ionos:
    "The contract's owner and administrators may; others need edit rights on the virtual datacenter, and the privilege createNetworkSecurityGroups to create groups.",
  gcore: gcoreRights,
};

import { normalizeNetwork, type IpVersion } from "@secgroup/core";
import type { Item, SetKind } from "./named-sets.ts";

/** An address or network as written, with the IP version that it is of. */
export interface Network {
  readonly text: string;
  readonly ipVersion: IpVersion;
}

/** Whether a text can only be meant as an address, right or wrong. */
export function looksLikeAddress(text: string): boolean {
  return /[/:%]/.test(text) || /^[\d.]+$/.test(text) || /^\d+\.\d+\.\d+/.test(text);
}

function readItem(text: string): Item<Network> {
  const network = normalizeNetwork(text, "document");
  if (network.kind !== "invalid") return { kind: "members", members: [{ text, ipVersion: network.ipVersion }] };
  if (text.startsWith("group:"))
    return {
      kind: "wrong",
      message: `"${text}" is a group, but only addresses are meant here; name the group in the rule`,
    };
  if (text.toLowerCase() === "any")
    return {
      kind: "wrong",
      message: `"${text}" is not an address; write any in the rule itself, or 0.0.0.0/0 and ::/0`,
    };
  if (text === "" || looksLikeAddress(text)) return { kind: "wrong", message: network.message };
  return { kind: "name" };
}

function refuseName(name: string): string | undefined {
  if (name.includes("group:"))
    return "the name of an address set must not contain group:, which names a security group; rename the set";
  if (name === "" || name.toLowerCase() === "any") return `"${name}" cannot name an address set; rename the set`;
  return looksLikeAddress(name)
    ? "the name of an address set must not look like an address; rename the set"
    : undefined;
}

/** The section `addresses`. */
export const addressSets: SetKind<Network> = {
  section: "addresses",
  title: "an address, a CIDR, or an address set",
  readItem,
  memberKey: ({ text, ipVersion }) => {
    const network = normalizeNetwork(text, "document");
    return network.kind === "cidr" ? network.cidr : ipVersion;
  },
  refuseName,
  knownNames: [],
};

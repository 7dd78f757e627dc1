import { isIPv6 } from "node:net";
import type { IonosQuirks } from "../ionos-quirks.ts";
import { canonicalIpv6, readIpv6, withoutHostBits } from "./address-block.ts";

type AddressQuirks = Pick<IonosQuirks, "hostBits" | "anyBlock" | "singleAddress" | "ipv6Spelling">;

/** A valid address or block as the cloud keeps it. */
export function canonicalAddress(text: string, quirks: AddressQuirks): string | null {
  const masked = quirks.hostBits === "masked" ? (withoutHostBits(text) ?? text) : text;
  const [address = "", prefix] = masked.split("/");
  if (quirks.anyBlock === "null" && Number(prefix) === 0) return null;
  const width = isIPv6(address) ? 128 : 32;
  const spelled = isIPv6(address) ? spellIpv6(address, quirks.ipv6Spelling) : address;
  const length = prefixOf(prefix, width, quirks.singleAddress);
  return length === undefined ? spelled : `${spelled}/${length}`;
}

function prefixOf(prefix: string | undefined, width: number, form: IonosQuirks["singleAddress"]): string | undefined {
  if (form === "with-prefix") return prefix ?? String(width);
  return form === "without-prefix" && Number(prefix) === width ? undefined : prefix;
}

function spellIpv6(address: string, spelling: IonosQuirks["ipv6Spelling"]): string {
  switch (spelling) {
    case "kept":
      return address;
    case "compressed":
      return canonicalIpv6(address);
    case "expanded":
      return readIpv6(address)
        .map((group) => group.toString(16).padStart(4, "0"))
        .join(":");
    case "upper-case":
      return address.toUpperCase();
  }
}

import type { Cidr, IpVersion } from "../model/rule.ts";
import { formatNetwork, hasHostBits, maskNetwork } from "./format-address.ts";
import { parseNetwork } from "./parse-address.ts";

/** Who spelt the draft: a document is held to the letter, a cloud's answer is read as what it must mean. */
export type DraftSource = "document" | "cloud";

/** A canonical network, the whole of one IP version, or what is wrong with the text. */
export type NormalizedNetwork =
  | { readonly kind: "any"; readonly ipVersion: IpVersion }
  | { readonly kind: "cidr"; readonly ipVersion: IpVersion; readonly cidr: Cidr }
  | { readonly kind: "invalid"; readonly message: string };

/**
 * An address becomes a network of one; a prefix length of 0 becomes any address of that version.
 * Host bits are an error in a document and masked in a cloud's answer.
 */
export function normalizeNetwork(text: string, source: DraftSource): NormalizedNetwork {
  const parsed = parseNetwork(text);
  if (parsed === undefined) {
    return { kind: "invalid", message: `"${text}" is not an IPv4 or IPv6 address or CIDR` };
  }
  const ipVersion = parsed.version === 4 ? "IPv4" : "IPv6";
  if (source === "document" && hasHostBits(parsed)) {
    const fixed = formatNetwork(maskNetwork(parsed));
    const single = formatNetwork({ ...parsed, prefixLength: parsed.version === 4 ? 32 : 128 });
    return {
      kind: "invalid",
      message: `"${text}" has host bits set; write ${fixed} for the network or ${single} for the one address`,
    };
  }
  if (parsed.prefixLength === 0) return { kind: "any", ipVersion };
  return { kind: "cidr", ipVersion, cidr: formatNetwork(source === "cloud" ? maskNetwork(parsed) : parsed) };
}

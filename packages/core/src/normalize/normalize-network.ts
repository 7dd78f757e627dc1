import type { Cidr, IpVersion } from "../model/rule.ts";
import { formatNetwork, hasHostBits, maskNetwork } from "./format-network.ts";
import { parseNetwork } from "./parse-network.ts";

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
  if (parsed.prefixLength === 0 && (source === "cloud" || !hasHostBits(parsed))) return { kind: "any", ipVersion };
  const network = maskNetwork(parsed);
  if (source === "document" && network !== parsed) {
    const fixed = formatNetwork(network);
    const single = formatNetwork({ ...parsed, prefixLength: parsed.version === 4 ? 32 : 128 });
    return {
      kind: "invalid",
      message: `"${text}" has host bits set; write ${fixed} for the network or ${single} for the one address`,
    };
  }
  // IPv4 text that passed the strict parser is canonical already once it has a prefix length.
  const isCanonical = network === parsed && parsed.version === 4 && parsed.isCidr;
  return { kind: "cidr", ipVersion, cidr: isCanonical ? (text as Cidr) : formatNetwork(network) };
}

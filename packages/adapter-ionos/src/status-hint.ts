import type { ErrorCode } from "@secgroup/core";

const hints: ReadonlyMap<ErrorCode, string> = new Map<ErrorCode, string>([
  [
    "unauthorized",
    "Check IONOS_TOKEN, or IONOS_USERNAME and IONOS_PASSWORD. Tokens expire, and a password works only while two-factor authentication is off.",
  ],
  [
    "forbidden",
    "The user must be the contract's owner or an administrator, or have edit rights on the virtual data center; creating security groups also needs the privilege createNetworkSecurityGroups.",
  ],
  ["not-found", "Check the ids, the datacenter's first, and that the credentials belong to its contract."],
  ["rejected", "Correct what the message names; the same request will be refused again."],
  ["conflict", "Wait until the change that is under way is done, then try again."],
  ["rate-limited", "Wait as long as the answer says, then go on with fewer calls at once."],
  ["unavailable", "Try again later; the cloud may be under maintenance."],
  [
    "unexpected-response",
    "Redirects are not followed, because credentials go only to the configured host. Check IONOS_API_URL.",
  ],
]);

/** What to do about an answer outside 2xx (CloudAPI v6, "Getting started", and the statuses documented for security groups). */
export function hintFor(status: number, code: ErrorCode): string | undefined {
  if (status === 402) return "The contract's trial access does not cover this; ask the contract's owner to lift it.";
  return hints.get(code);
}

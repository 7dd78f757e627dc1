import type { ErrorCode } from "@secgroup/core";

/** What a status says, and what to do about it. */
export interface Meaning {
  readonly code: ErrorCode;
  readonly retryable?: true;
  readonly hint: string;
}

const rejected: Meaning = {
  code: "rejected",
  hint: "Correct what the message names; the same request will be refused again.",
};
const unavailable: Meaning = {
  code: "unavailable",
  retryable: true,
  hint: "Try again later; the cloud may be under maintenance.",
};
const conflict: Meaning = {
  code: "conflict",
  retryable: true,
  hint: "Wait until the change that is under way is done, then try again.",
};
const redirected: Meaning = {
  code: "unexpected-response",
  hint: "Redirects are not followed, because credentials go only to the configured host. Check IONOS_API_URL.",
};

const meanings: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  [
    401,
    {
      code: "unauthorized",
      hint: "Check IONOS_TOKEN, or IONOS_USERNAME and IONOS_PASSWORD. Tokens expire, and a password works only while two-factor authentication is off.",
    },
  ],
  [
    402,
    {
      code: "forbidden",
      hint: "The contract's trial access does not cover this; ask the contract's owner to lift it.",
    },
  ],
  [
    403,
    {
      code: "forbidden",
      hint: "The user must be the contract's owner or an administrator, or have edit rights on the virtual data center; creating security groups also needs the privilege createNetworkSecurityGroups.",
    },
  ],
  [
    404,
    {
      code: "not-found",
      hint: "Check the ids, the datacenter's first, and that the credentials belong to its contract.",
    },
  ],
  [408, unavailable],
  [409, conflict],
  [423, conflict],
  [
    429,
    {
      code: "rate-limited",
      retryable: true,
      hint: "Wait as long as the answer says, then go on with fewer calls at once.",
    },
  ],
]);

/** The statuses are those that CloudAPI v6 documents for security groups; the others have the meaning that HTTP gives them. */
export function meaningOf(status: number): Meaning {
  const meaning = meanings.get(status);
  if (meaning) return meaning;
  if (status >= 500) return unavailable;
  // A browser tells an unfollowed redirect as status 0.
  return status >= 400 ? rejected : redirected;
}

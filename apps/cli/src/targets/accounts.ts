import type { Target } from "@secgroup/config";
import { createAccount, type Account } from "@secgroup/core";
import type { Context } from "../context.ts";

/**
 * One account for each cloud, since the environment holds one set of credentials for each. A request waits for its turn as long as
 * `longestWaitMs` at most, by default as long as `createAccount` says.
 */
export function createAccounts(
  { clock, random }: Pick<Context, "clock" | "random">,
  longestWaitMs?: number,
): (cloud: Target["cloud"]) => Account {
  const accounts = new Map<Target["cloud"], Account>();
  return (cloud) => {
    const account = accounts.get(cloud) ?? createAccount({ clock, random, longestWaitMs });
    accounts.set(cloud, account);
    return account;
  };
}

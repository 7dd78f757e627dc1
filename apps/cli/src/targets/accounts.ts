import type { Target } from "@secgroup/config";
import { createAccount, type Account } from "@secgroup/core";
import type { Context } from "../context.ts";

/** One account for each cloud, since the environment holds one set of credentials for each. */
export function createAccounts({
  clock,
  random,
}: Pick<Context, "clock" | "random">): (cloud: Target["cloud"]) => Account {
  const accounts = new Map<Target["cloud"], Account>();
  return (cloud) => {
    const account = accounts.get(cloud) ?? createAccount({ clock, random });
    accounts.set(cloud, account);
    return account;
  };
}

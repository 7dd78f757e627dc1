import type { Account } from "../account/account.ts";
import type { Clock } from "./clock.ts";
import { createOperationPoller, type OperationPoller } from "./operation-poller.ts";

const pollers = new WeakMap<Account, WeakMap<Clock, OperationPoller>>();

/** The account's only poller; one for each clock, of which there is more than one in tests only. */
export function accountPoller(account: Account, clock: Clock): OperationPoller {
  const ofAccount = pollers.get(account) ?? new WeakMap<Clock, OperationPoller>();
  const poller = ofAccount.get(clock) ?? createOperationPoller(account, clock);
  pollers.set(account, ofAccount.set(clock, poller));
  return poller;
}

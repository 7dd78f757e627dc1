import { expect, it } from "vitest";
import { createAccount } from "../../src/index.ts";
import { accountPoller } from "../../src/operation/account-poller.ts";
import { eventClock } from "../support/event-clock.ts";

it("is one for an account and a clock, and another for another of either", () => {
  const [clock, otherClock] = [eventClock(), eventClock()];
  const [account, otherAccount] = [createAccount({ clock }), createAccount({ clock })];
  const poller = accountPoller(account, clock);
  const other = accountPoller(account, otherClock);
  expect(accountPoller(account, clock)).toBe(poller);
  expect(accountPoller(account, otherClock)).toBe(other);
  expect(new Set([poller, other, accountPoller(otherAccount, clock)]).size).toBe(3);
});

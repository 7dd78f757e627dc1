import { createAccount, type Account } from "../../src/index.ts";
import type { EventClock } from "../support/event-clock.ts";
import type { LimitedCloud } from "./limiters.ts";

/** A request to some resource. */
export function requestTo(path: string, init?: RequestInit): Request {
  return new Request(`https://cloud.example/${path}`, init);
}

/** As many callers as given, each of which sends one request after the other until that time, in milliseconds. */
export async function keepSending(
  clock: EventClock,
  cloud: LimitedCloud,
  until: number,
  callers: number,
): Promise<Account> {
  const account = createAccount({ clock });
  const stop = new AbortController();
  const { signal } = stop;
  const call = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await account.send(requestTo("groups", { signal }), cloud.fetch);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    }
  };
  await clock.run(async () => {
    const calls = Array.from({ length: callers }, call);
    await clock.sleep(until, new AbortController().signal);
    stop.abort();
    await Promise.all(calls);
  });
  return account;
}

import { seconds } from "../render/words.ts";
import type { Finding } from "./finding.ts";
import type { HeardAnswer } from "./listen.ts";

/** From here on a clock that is off is worth a warning. */
const clockToleranceMs = 60_000;
/** Less than this share of a rate left is worth a warning. */
const rateReserve = 0.1;

/** How this machine's clock goes against the cloud's. */
export function judgeClock({ clockAheadMs }: HeardAnswer): Finding {
  const check = "clock";
  if (clockAheadMs === undefined) return { check, status: "unknown", message: "the cloud's answer has no date" };
  const offMs = Math.abs(clockAheadMs);
  // A date has whole seconds only.
  if (offMs < clockToleranceMs)
    return { check, status: "ok", message: `within ${offMs < 2_000 ? "2 s" : seconds(offMs)} of the cloud's` };
  return {
    check,
    status: "warning",
    message: `this machine's clock is ${seconds(offMs)} ${clockAheadMs > 0 ? "ahead of" : "behind"} the cloud's`,
    hint: "Set it by NTP: how long certificates and tokens are valid, and searches by time, depend on it.",
  };
}

/** What the cloud tells of the account's calls. */
export function judgeRate({ rate: { refused, limit, remaining, burst, retryAfterMs } }: HeardAnswer): Finding {
  const check = "call rate";
  if (refused) {
    const wait = retryAfterMs === undefined ? "" : `; it asks to wait ${seconds(retryAfterMs)}`;
    return { check, status: "failed", message: `the cloud refuses calls for now${wait}`, hint: "Try again later." };
  }
  if (limit === undefined && remaining === undefined)
    return { check, status: "unknown", message: "the cloud tells no limit of calls" };
  const left = remaining === undefined ? undefined : `${remaining} calls left`;
  const told = [left, limit && `${limit} a minute on the average`, burst && `${burst} at once`];
  const isLow = remaining !== undefined && limit !== undefined && remaining < limit * rateReserve;
  return {
    check,
    status: isLow ? "warning" : "ok",
    message: told.filter(Boolean).join(", "),
    ...(isLow && { hint: "Something else uses this account; plan and apply will wait." }),
  };
}

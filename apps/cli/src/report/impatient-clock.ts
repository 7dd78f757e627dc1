import { SecurityGroupError, type Clock } from "@secgroup/core";

/** A clock for reads that nobody has to wait for: a pause of more than `longestMs` ends at once, with `rate-limited`. */
export function createImpatientClock(clock: Clock, longestMs: number): Clock {
  return {
    now: () => clock.now(),
    async sleep(milliseconds, signal) {
      if (milliseconds <= longestMs) return clock.sleep(milliseconds, signal);
      const seconds = Math.ceil(milliseconds / 1_000);
      throw new SecurityGroupError("rate-limited", `the cloud asks for ${seconds} s before it is read again`, {
        hint: "The plan does not need it; look again later.",
      });
    },
  };
}

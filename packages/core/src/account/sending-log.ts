import { minuteMs } from "./allowance.ts";

/** The requests of the last minutes. One that failed without an answer counts as accepted, as it may have been. */
export interface SendingLog {
  sent(sequence: number, time: number): void;
  /** Gives when it was sent. */
  ended(sequence: number, time: number, isRefused: boolean): number;
  /** How many were sent since then and have been accepted. */
  accepted(since: number): number;
  /** When the first of those accepted since then was sent. */
  firstAccepted(since: number): number | undefined;
  /** When those ended that were accepted, or may still be, and had not ended by then; `Infinity` for one that is on its way. In the order of sending. */
  endings(from: number): readonly number[];
}

interface Entry {
  readonly sentAt: number;
  readonly endedAt: number;
}

/** A log of two minutes, to have one whole minute of requests however long their answers took. */
export function createSendingLog(): SendingLog {
  const entries = new Map<number, Entry>();

  function forget(time: number): void {
    for (const [sequence, { endedAt }] of entries) {
      if (endedAt >= time - 2 * minuteMs) return;
      entries.delete(sequence);
    }
  }

  const acceptedSince = (since: number): readonly Entry[] =>
    [...entries.values()].filter(({ sentAt, endedAt }) => sentAt >= since && endedAt < Infinity);

  return {
    sent(sequence, time) {
      forget(time);
      entries.set(sequence, { sentAt: time, endedAt: Infinity });
    },
    ended(sequence, time, isRefused) {
      const sentAt = entries.get(sequence)?.sentAt ?? time;
      if (isRefused) entries.delete(sequence);
      else entries.set(sequence, { sentAt, endedAt: time });
      return sentAt;
    },
    accepted: (since) => acceptedSince(since).length,
    firstAccepted: (since) => acceptedSince(since)[0]?.sentAt,
    endings: (from) => [...entries.values()].map(({ endedAt }) => endedAt).filter((endedAt) => endedAt > from),
  };
}

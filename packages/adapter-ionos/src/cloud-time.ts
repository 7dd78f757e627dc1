/** When an answer was given, in milliseconds since the epoch and by the cloud's own clock: its `Date`; `undefined` without one. */
export function answerTime(headers: Headers): number | undefined {
  return readTime(headers.get("Date"));
}

/** A time in an answer, in milliseconds since the epoch; `undefined` where it is none. */
export function readTime(text: string | null | undefined): number | undefined {
  const time = Date.parse(text ?? "");
  return isTime(time) ? time : undefined;
}

/** Whether a number can be a time that a cloud told: from 1970 on, with a year of four digits. */
export function isTime(milliseconds: number | undefined): milliseconds is number {
  return milliseconds !== undefined && milliseconds >= 0 && milliseconds < Date.UTC(10_000, 0);
}

/** "yyyy-MM-dd HH:mm:ss", in UTC (CloudAPI v6, operation requestsGet, parameter `filter.createdAfter`; it names no time zone). */
export function filterTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace("T", " ");
}

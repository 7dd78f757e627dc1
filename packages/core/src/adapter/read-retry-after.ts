/** The one form that senders use (RFC 9110, "Date/Time Formats"); `Date.parse` alone takes "-5" and "in 2030" for dates. */
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * How long an answer asks to wait, in milliseconds: `Retry-After` in seconds or as a date; `undefined` when it does not say.
 *
 * A date is counted from the answer's own `Date`, so that a wrong clock here does no harm, and from `now` (milliseconds since
 * the epoch) only where the answer has none.
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get("Retry-After")?.trim();
  if (!text) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const until = httpDate.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(until)) return undefined;
  const answered = Date.parse(headers.get("Date") ?? "");
  return Math.max(0, until - (Number.isNaN(answered) ? now : answered));
}

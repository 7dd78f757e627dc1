/** Takes what is secret out of a text. */
export type Redact = (text: string) => string;

/** Takes a key out, spelt as it is, as JSON spells it, and as URLs do. */
export function createRedactor(apiKey: string): Redact {
  const spellings = new Set([apiKey, JSON.stringify(apiKey).slice(1, -1), encodeURIComponent(apiKey)]);
  // The longest first, so that no part of it is left over.
  const longestFirst = [...spellings].toSorted((one, other) => other.length - one.length);
  return (text) => longestFirst.reduce((clean, spelling) => clean.replaceAll(spelling, "***"), text);
}

const deepest = 8;

/**
 * What went wrong, and what was behind it: name, message, code and stack of each, and nothing else, because HTTP clients hang the
 * request on their errors, with its headers.
 */
export function plainCause(cause: unknown, redact: Redact, depth = 0): Error | undefined {
  if (!(cause instanceof Error)) return typeof cause === "string" ? new Error(redact(cause)) : undefined;
  const behind = depth < deepest ? plainCause(cause.cause, redact, depth + 1) : undefined;
  // Where several addresses were tried, only the parts say why.
  const parts = cause instanceof AggregateError ? cause.errors.filter((part) => part instanceof Error) : [];
  const message = cause.message || parts.map((part) => part.message).join("; ");
  const plain = new Error(redact(message), behind && { cause: behind });
  plain.name = redact(cause.name);
  if (cause.stack !== undefined) plain.stack = redact(cause.stack);
  return "code" in cause && typeof cause.code === "string" ? Object.assign(plain, { code: redact(cause.code) }) : plain;
}

/** Takes secrets out of a text, whoever repeated them. */
export type HideSecrets = (text: string) => string;

/** Hides each of the secrets wherever it stands: as it is, as JSON spells it, and as URLs do. An empty one is none. */
export function hideSecrets(secrets: readonly string[]): HideSecrets {
  const spellings = secrets
    .flatMap((secret) => (secret === "" ? [] : [secret, JSON.stringify(secret).slice(1, -1), spellInUrl(secret)]))
    // The longest first, so that no part of it is left over.
    .toSorted((one, other) => other.length - one.length);
  return (text) => spellings.reduce((clean, spelling) => clean.replaceAll(spelling, "***"), text);
}

/** Half a character of UTF-16, which no URL can hold, stays as it is. */
function spellInUrl(secret: string): string {
  try {
    return encodeURIComponent(secret);
  } catch {
    return secret;
  }
}

/** How deep causes are told; they may lead in a circle. */
const deepest = 8;

/**
 * What went wrong, and what was behind it, in new errors: name, message, code and stack of each, and nothing else, because HTTP
 * clients hang the request on their errors, with its headers. `undefined` for what is neither an error nor a text.
 */
export function hideInCause(cause: unknown, hide: HideSecrets, depth = 0): Error | undefined {
  if (!(cause instanceof Error)) return typeof cause === "string" ? new Error(hide(cause)) : undefined;
  const behind = depth < deepest ? hideInCause(cause.cause, hide, depth + 1) : undefined;
  // Where several addresses were tried, only the parts say why.
  const parts = cause instanceof AggregateError ? cause.errors.filter((part) => part instanceof Error) : [];
  const message = cause.message || parts.map((part) => part.message).join("; ");
  const plain = new Error(hide(message), behind && { cause: behind });
  plain.name = hide(cause.name);
  if (cause.stack !== undefined) plain.stack = hide(cause.stack);
  return "code" in cause && typeof cause.code === "string" ? Object.assign(plain, { code: hide(cause.code) }) : plain;
}

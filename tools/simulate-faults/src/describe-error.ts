/** Anything that was thrown, with what it came of, on one line. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error);
  const code = "code" in error ? `${JSON.stringify(error.code)} ` : "";
  const cause = error.cause === undefined ? "" : ` (because ${describeError(error.cause)})`;
  return `${code}${error.name}: ${error.message}${cause}`;
}

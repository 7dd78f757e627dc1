const statusPath = /^\/requests\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/status\/?$/i;

/**
 * The id of the queued request behind `Location`, the "Status URL" of CloudAPI v6.
 *
 * Only a URL below the configured one counts, and only the id is taken: a URL out of an answer is never called.
 */
export function readRequestId({ headers }: Response, configured: URL): string | undefined {
  const location = headers.get("Location");
  if (!location || !URL.canParse(location, configured.href)) return undefined;
  const { origin, pathname } = new URL(location, configured);
  if (origin !== configured.origin || !pathname.startsWith(configured.pathname)) return undefined;
  return statusPath.exec(pathname.slice(configured.pathname.length))?.[1];
}

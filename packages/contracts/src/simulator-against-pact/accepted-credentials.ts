const schemes: ReadonlyMap<string, string> = new Map([
  ["bearer", "simulator-token"],
  ["basic", btoa("simulator:simulator")],
  ["apikey", "simulator-key"],
]);

/** The header with credentials that the simulator takes, or does not take, in the scheme that the consumer used. */
export function acceptedCredentials(header: string, isAuthorized: boolean): string {
  const [scheme = ""] = header.split(" ");
  const credentials = schemes.get(scheme.toLowerCase());
  if (credentials === undefined) return header;
  return `${scheme} ${isAuthorized ? credentials : "wrong"}`;
}

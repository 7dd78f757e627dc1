/** A request that the simulator received, with the status of its answer. Headers, and so credentials, are never kept. */
export interface RecordedRequest {
  /** When it came, in milliseconds since the epoch on the simulator's clock. */
  readonly at: number;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly status: number;
  /** As parsed from JSON; the text where it is not JSON, undefined where there is none. */
  readonly body: unknown;
}

/** The body of a request as it is recorded. */
export function readRecordedBody(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Statuses that a cloud can be made to refuse with. */
export type AskedRefusalStatus = 400 | 402 | 403 | 404 | 408 | 409 | 422 | 423 | 429 | 500 | 502 | 503 | 504;

/** A refusal for a reason that no request can bring about: a privilege, a limit of calls, a fault of the cloud. */
export interface AskedRefusal {
  readonly status: AskedRefusalStatus;
  /** Sent as Retry-After. */
  readonly retryAfter?: string | undefined;
}

/** Refusals that are still to come, first asked first given. */
export interface AskedRefusals {
  readonly ask: (refusal: AskedRefusal) => void;
  readonly take: () => AskedRefusal | undefined;
}

export function createAskedRefusals(): AskedRefusals {
  const waiting: AskedRefusal[] = [];
  return { ask: (refusal) => void waiting.push(refusal), take: () => waiting.shift() };
}

/** The headers that a refusal has beside those of every answer. */
export function headersOf({ retryAfter }: AskedRefusal): Readonly<Record<string, string>> {
  return retryAfter === undefined ? {} : { "Retry-After": retryAfter };
}

import type { Backend, Fault, FaultKind } from "./backend.ts";

/** The way from an adapter to a cloud over HTTP, which counts requests and breaks answers as asked. */
export interface Wire extends Pick<Backend, "failRequest" | "requests"> {
  /** For the adapter, in place of the platform's own. */
  readonly fetch: (request: Request) => Promise<Response>;
}

/** The cloud behind a wire, and how it words a refusal. */
export interface WireOptions {
  /** The cloud's own answers. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** The body of a refusal, as this cloud words it. */
  readonly refusal: (status: number, message: string) => unknown;
}

const retryAfterSeconds = "7";

/** Lays a wire to a cloud that is behind `fetch`, for backends of HTTP adapters. GET and HEAD are reads, all else are writes. */
export function createWire({ fetch, refusal }: WireOptions): Wire {
  const count = { reads: 0, writes: 0 };
  let fault: Fault | undefined;
  let lettingThrough = 0;
  return {
    requests: () => ({ ...count }),
    failRequest(next) {
      fault = next;
      lettingThrough = next.after ?? 0;
    },
    async fetch(request) {
      const nature = request.method === "GET" || request.method === "HEAD" ? "reads" : "writes";
      count[nature]++;
      if (fault === undefined || (fault.of ?? nature) !== nature || lettingThrough-- > 0) return fetch(request);
      const { kind, message = "refused for a test" } = fault;
      fault = undefined;
      if (kind === "lost") await fetch(request);
      return brokenAnswer(kind, request.signal, (status) => refusal(status, message));
    },
  };
}

async function brokenAnswer(
  kind: FaultKind,
  signal: AbortSignal,
  refusal: (status: number) => unknown,
): Promise<Response> {
  const refuse = (status: number, headers: Record<string, string> = {}): Response =>
    Response.json(refusal(status), { status, headers });
  switch (kind) {
    case "unauthorized":
      return refuse(401);
    case "forbidden":
      return refuse(403);
    case "rate-limited":
      return refuse(429, { "Retry-After": retryAfterSeconds });
    case "unavailable":
      return refuse(503);
    case "not-json":
      return new Response("<html><body>Welcome</body></html>", { headers: { "Content-Type": "text/html" } });
    case "unreachable":
    case "lost":
      throw new TypeError("the connection broke");
    case "silent":
      return untilAborted(signal);
  }
}

/** Never answers; rejects with the signal's reason when it is aborted. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}

import { httpDate, refuse, type CloudName } from "../vendor-answer.ts";
import type { FaultyRetryAfter } from "./fault.ts";

/** What `fetch` rejects with when the network fails: the reason is in the cause, under the system's code. */
export function networkError(code: "ECONNREFUSED" | "ECONNRESET"): TypeError {
  const words = { ECONNREFUSED: "connect ECONNREFUSED", ECONNRESET: "read ECONNRESET" };
  return new TypeError("fetch failed", { cause: Object.assign(new Error(words[code]), { code }) });
}

/** Half of the answer's body, ended as if that were all, or broken off (`broken`). An answer without a body stays as it is. */
export async function cutBody(response: Response, how: "ended" | "broken"): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length === 0) return copyOf(response, null);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes.subarray(0, Math.ceil(bytes.length / 2))),
    pull: (controller) => {
      if (how === "ended") controller.close();
      else controller.error(new TypeError("terminated", { cause: networkError("ECONNRESET").cause }));
    },
  });
  return copyOf(response, body);
}

/** A page for people in place of the answer's body. */
export async function pageFor(response: Response): Promise<Response> {
  await response.body?.cancel();
  const page = copyOf(response, "<!DOCTYPE html><html><body><h1>Please wait</h1></body></html>");
  page.headers.set("Content-Type", "text/html");
  return page;
}

/** A refusal at `now`, in milliseconds of the cloud's clock. */
export function refuseAt(
  now: number,
  cloud: CloudName,
  status: number,
  { retryAfter, message }: { readonly retryAfter?: FaultyRetryAfter | undefined; readonly message: string },
): Response {
  const values = {
    seconds: "5",
    date: httpDate(now + 5000),
    "ten-years": "315360000",
    negative: "-5",
    text: "soon",
  };
  return refuse(
    cloud,
    { status, message },
    { Date: httpDate(now), ...(retryAfter && { "Retry-After": values[retryAfter] }) },
  );
}

/** Statuses such as 204 forbid a body. */
function copyOf({ status, headers }: Response, body: ReadableStream<Uint8Array> | string | null): Response {
  const copy = new Headers(headers);
  copy.delete("Content-Length");
  return status === 204 ? new Response(null, { status, headers: copy }) : new Response(body, { status, headers: copy });
}

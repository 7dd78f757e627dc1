import { SecurityGroupError } from "../error/security-group-error.ts";

/** The most that an answer's body may hold, in bytes: 64 MiB. */
export const largestAnswer: number = 64 * 1024 * 1024;

/**
 * The same answer, the body of which fails with `unexpected-response` once it is larger than `limit` bytes, counted after decompression.
 *
 * Throws the same for a status that is none of HTTP.
 */
export function boundAnswer(response: Response, request: Request, limit: number = largestAnswer): Response {
  const { body, status, statusText, headers } = response;
  if (body === null) return response;
  if (status < 200 || status > 599) throw badAnswer(request, `has the status ${status}, which is none of HTTP`);
  let size = 0;
  const counted = body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        size += chunk.byteLength;
        if (size > limit) throw badAnswer(request, `is larger than ${Math.floor(limit / 1024 / 1024)} MiB`);
        controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, { status, statusText, headers });
}

function badAnswer({ method, url }: Request, what: string): SecurityGroupError {
  return new SecurityGroupError("unexpected-response", `the answer to ${method} ${new URL(url).pathname} ${what}`, {
    hint: "Something between here and the cloud may have answered in its place: check the base URL and proxies.",
  });
}

import * as z from "zod";
import type { ProviderName } from "../check-report.ts";

/** Parameters of the state in which the cloud refuses for a reason that no request can bring about. */
export interface RefusalParams {
  readonly status: number;
  /** Sent as Retry-After. */
  readonly retryAfter?: string | undefined;
}

export const refusalParams: z.ZodType<RefusalParams> = z.object({
  status: z.int().min(400).max(599),
  retryAfter: z.string().optional(),
});

// Classes that Gcore's guide "Error handling" gives to a status; the others are not named there.
const exceptionClasses: ReadonlyMap<number, string> = new Map([
  [400, "ValidationError"],
  [403, "ForbiddenError"],
  [404, "NotFoundError"],
  [409, "ConflictError"],
]);

/** A refusal in the vendor's envelope, made by status alone: what a gateway or a privilege says before the API itself is reached. */
export function refuseAs(provider: ProviderName, { status, retryAfter }: RefusalParams): () => Response {
  const message = `Refused with ${status} on request`;
  const body =
    provider === "ionos"
      ? { httpStatus: status, messages: [{ errorCode: String(status), message }] }
      : {
          exception_class: exceptionClasses.get(status) ?? "HTTPError",
          message,
          request_id: crypto.randomUUID(),
        };
  const headers: Record<string, string> = retryAfter === undefined ? {} : { "Retry-After": retryAfter };
  return () => Response.json(body, { status, headers });
}

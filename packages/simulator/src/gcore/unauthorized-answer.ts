import { ApiError } from "./api-error.ts";
import type { GcoreQuirks } from "./gcore-quirks.ts";

const message = "Authentication credentials were not provided or are not valid.";

/** What a call without the right key gets; the classes are those of the guide "Error handling". */
export function unauthorizedAnswer(body: GcoreQuirks["unauthorizedBody"], requestId: string): Response {
  switch (body) {
    case "envelope":
      return Response.json(new ApiError(401, "not_authenticated", message).toBody(requestId), {
        status: 401,
      });
    case "detail":
      return Response.json({ detail: message, code: "token_not_valid" }, { status: 401 });
    case "text":
      return new Response("Unauthorized", { status: 401 });
    case "empty":
      return new Response(null, { status: 401 });
  }
}

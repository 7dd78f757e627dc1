import type { AskedRefusal } from "@secgroup/simulator";
import * as z from "zod";

/** Parameters of the state in which the cloud refuses for a reason that no request can bring about. */
export const refusalParams: z.ZodType<AskedRefusal> = z.object({
  status: z.literal([400, 402, 403, 404, 408, 409, 422, 423, 429, 500, 502, 503, 504]),
  retryAfter: z.string().optional(),
});

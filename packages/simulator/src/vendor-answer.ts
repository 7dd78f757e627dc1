/** The clouds that the simulator plays. */
export type CloudName = "ionos" | "gcore";

/** Whose path it is: IONOS' paths begin with `/cloudapi/`. */
export const cloudOf = (pathname: string): CloudName => (pathname.startsWith("/cloudapi/") ? "ionos" : "gcore");

// Classes that Gcore's guide "Error handling" gives to a status; the others are not named there.
const exceptionClasses: Readonly<Record<number, string>> = { 404: "NotFoundError", 409: "ConflictError" };

/** A refusal in the vendor's envelope. The code in IONOS' is the status: which ones the vendor gives is not published. */
export function refuse(
  cloud: CloudName,
  { status, message }: { readonly status: number; readonly message: string },
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body =
    cloud === "ionos"
      ? { httpStatus: status, messages: [{ errorCode: String(status), message }] }
      : { exception_class: exceptionClasses[status] ?? "HTTPError", message, request_id: `simulated-${status}` };
  return Response.json(body, { status, headers });
}

/** A time as HTTP writes it, in whole seconds. */
export const httpDate = (milliseconds: number): string => new Date(milliseconds).toUTCString();

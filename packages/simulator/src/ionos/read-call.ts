import type { RequestProblem } from "../check-request.ts";
import { listParameter } from "./answer/select-listed.ts";
import type { IonosQuirks } from "./ionos-quirks.ts";
import { IonosRefusal } from "./ionos-refusal.ts";

/** Throws a 415 for a body that does not say to be JSON, and a 400 for one that says so and is not. */
export function readBody(text: string, contentType: string | undefined): unknown {
  if (text === "") return undefined;
  if (contentType?.split(";")[0]?.trim().toLowerCase() !== "application/json") {
    throw new IonosRefusal(415, [
      { errorCode: "415", message: `Content type ${contentType ?? "(none)"} is not supported` },
    ]);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new IonosRefusal(400, [{ errorCode: "400", message: "The body is not valid JSON" }]);
  }
}

/** The body as it is taken: where the quirk lets PATCH come wrapped, what is in `properties`, or nothing of it. */
export function readWrapped(method: string, body: unknown, wrappedPatch: IonosQuirks["wrappedPatch"]): unknown {
  if (wrappedPatch === "refused" || method !== "PATCH" || !isObject(body) || !isObject(body["properties"])) return body;
  const { properties, ...rest } = body;
  return wrappedPatch === "accepted" ? properties : rest;
}

/** Whether a quirk lets pass what the API's document does not know. */
export function isTolerated(
  { location, path, keyword }: RequestProblem,
  { operationId, body }: { readonly operationId: string; readonly body: unknown },
  { listFilters, unsetPortsByPatch, putRuleProtocol }: IonosQuirks,
): boolean {
  switch (operationId) {
    case "datacentersSecuritygroupsGet":
    case "datacentersSecuritygroupsRulesGet":
      return (
        listFilters !== "refused" &&
        location === "query" &&
        keyword === "additionalProperties" &&
        listParameter.test(path)
      );
    case "datacentersSecuritygroupsRulesPatch":
      return (
        unsetPortsByPatch !== "refused" &&
        /^\/portRange(Start|End)$/.test(path) &&
        isObject(body) &&
        body[path.slice(1)] === null
      );
    case "datacentersSecuritygroupsRulesPut":
      return putRuleProtocol !== "repeated" && keyword === "required" && path === "/properties/protocol";
    default:
      return false;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

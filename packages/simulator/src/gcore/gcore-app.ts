import { Hono, type Context } from "hono";
import { gcoreDocument } from "@secgroup/api-types/gcore-document";
import { headersOf, type AskedRefusals, type AskedRefusalStatus } from "../asked-refusal.ts";
import { createRequestCheck, type RequestProblem } from "../check-request.ts";
import { isPlaceholder, listOperations, type Operation } from "../find-operation.ts";
import { ApiError, notFound, validationError } from "./api-error.ts";
import type { Handlers, OperationRequest } from "./gcore-handlers.ts";
import type { GcoreQuirks } from "./gcore-quirks.ts";
import { unauthorizedAnswer } from "./unauthorized-answer.ts";

const checkRequest = createRequestCheck(gcoreDocument);

// Classes that the guide "Error handling" gives to a status; the others are not named there.
const exceptionClasses: ReadonlyMap<AskedRefusalStatus, string> = new Map([
  [400, "ValidationError"],
  [403, "ForbiddenError"],
  [404, "NotFoundError"],
  [409, "ConflictError"],
]);

/** Every operation of the document at its path: key, then path and method, then the request against the document, then its handler. */
export function createGcoreApp(options: {
  readonly apiKey: string;
  readonly quirks: GcoreQuirks;
  readonly advance: () => void;
  readonly handlers: Handlers;
  readonly refusals: AskedRefusals;
  readonly newRequestId: () => string;
}): Hono {
  const { newRequestId } = options;
  const app = new Hono();
  app.use(async (context, next) => {
    options.advance();
    if (!hasKey(context, options.apiKey)) return unauthorizedAnswer(options.quirks.unauthorizedBody, newRequestId());
    const refusal = options.refusals.take();
    if (refusal === undefined) return next();
    const { status } = refusal;
    const error = new ApiError(
      status,
      exceptionClasses.get(status) ?? "HTTPError",
      `Refused with ${status} on request`,
    );
    return context.json(error.toBody(newRequestId()), status, headersOf(refusal));
  });
  if (options.quirks.v2List === "present") {
    app.get("/cloud/v2/security_groups/:project/:region", ({ req }) =>
      app.fetch(new Request(req.url.replace("/cloud/v2/security_groups/", "/cloud/v1/securitygroups/"), req.raw)),
    );
  }
  const operations = listOperations(gcoreDocument);
  for (const operation of operations) {
    app.on(operation.method, routeOf(operation), async (context) => {
      const answer = answerTo(options.handlers, await readRequest(context, operation, newRequestId()));
      return answer === undefined ? context.body(null, 204) : context.json(answer);
    });
  }
  for (const route of new Set(operations.map(routeOf))) {
    app.all(route, ({ req }) => {
      throw new ApiError(405, "HTTPError", `Method ${req.method} is not allowed here`);
    });
  }
  const refuse = (context: Context, error: ApiError): Response =>
    context.json(error.toBody(newRequestId()), error.status);
  app.notFound((context) => refuse(context, notFound(`There is nothing at ${context.req.path}`)));
  app.onError((error, context) => {
    // Anything else is a fault of the simulator, which must not look like one of the cloud.
    if (!(error instanceof ApiError)) throw error;
    return refuse(context, error);
  });
  return app;
}

const routeOf = ({ segments }: Operation): string =>
  segments.map((segment) => (isPlaceholder(segment) ? `:${segment.slice(1, -1)}` : segment)).join("/");

function hasKey({ req }: Context, apiKey: string): boolean {
  const [scheme = "", key, ...rest] = (req.header("authorization") ?? "").split(" ");
  return scheme.toLowerCase() === "apikey" && key === apiKey && rest.length === 0;
}

type AnyRequest = {
  readonly [Id in keyof Handlers]: OperationRequest<Id> & { readonly operationId: Id };
}[keyof Handlers];

async function readRequest({ req }: Context, operation: Operation, requestId: string): Promise<AnyRequest> {
  const { pathname, searchParams: query } = new URL(req.url);
  const body = operation.requestBody && readBody(await req.text());
  const checked = checkRequest({ method: req.method, path: pathname, query, body });
  if (checked === undefined) throw notFound(`There is nothing at ${pathname}`);
  if (checked.problems.length > 0) throw validationError(fieldsOf(checked.problems));
  const { project_id: project, region_id: region, ...ids } = req.param();
  const path = { project_id: Number(project), region_id: Number(region), ...ids };
  // The check above has held all of it to the document, from which the types are generated as well.
  return {
    operationId: checked.operationId,
    path,
    query,
    body,
    requestId,
  } as AnyRequest;
}

/** No body counts as an empty object, since no operation requires one; what that lacks is then named. */
function readBody(text: string): unknown {
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, "ValidationError", "The body is not JSON");
  }
}

function fieldsOf(problems: readonly RequestProblem[]): Readonly<Record<string, readonly string[]>> {
  const fields = new Map<string, string[]>();
  for (const { path, message } of problems) {
    const field = path.split("/").filter(Boolean).map(unescape).join(".") || "body";
    fields.set(field, [...(fields.get(field) ?? []), message]);
  }
  return Object.fromEntries(fields);
}

const unescape = (key: string): string => key.replaceAll("~1", "/").replaceAll("~0", "~");

function answerTo(handlers: Handlers, request: AnyRequest): object | undefined {
  const handler = handlers[request.operationId] as (request: AnyRequest) => object | undefined;
  return handler(request);
}

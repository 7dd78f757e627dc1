import { Hono, type Context } from "hono";
import { gcoreDocument } from "@secgroup/api-types/gcore-document";
import { headersOf, type AskedRefusals, type AskedRefusalStatus } from "../asked-refusal.ts";
import { createRequestCheck, type RequestProblem } from "../check-request.ts";
import { isPlaceholder, listOperations, type Operation } from "../find-operation.ts";
import { ApiError, notFound, validationError } from "./api-error.ts";
import type { Handlers, OperationRequest } from "./gcore-handlers.ts";

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
  readonly advance: () => void;
  readonly handlers: Handlers;
  readonly refusals: AskedRefusals;
}): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    options.advance();
    checkKey(context, options.apiKey);
    const refusal = options.refusals.take();
    if (refusal === undefined) return next();
    const { status } = refusal;
    const error = new ApiError(
      status,
      exceptionClasses.get(status) ?? "HTTPError",
      `Refused with ${status} on request`,
    );
    return context.json(error.toBody(crypto.randomUUID()), status, headersOf(refusal));
  });
  const operations = listOperations(gcoreDocument);
  for (const operation of operations) {
    app.on(operation.method, routeOf(operation), async (context) => {
      const answer = answerTo(options.handlers, await readRequest(context, operation));
      return answer === undefined ? context.body(null, 204) : context.json(answer);
    });
  }
  for (const route of new Set(operations.map(routeOf))) {
    app.all(route, ({ req }) => {
      throw new ApiError(405, "HTTPError", `Method ${req.method} is not allowed here`);
    });
  }
  app.notFound((context) => refuse(context, notFound(`There is nothing at ${context.req.path}`)));
  app.onError((error, context) => {
    // Anything else is a fault of the simulator, which must not look like one of the cloud.
    if (!(error instanceof ApiError)) throw error;
    return refuse(context, error);
  });
  return app;
}

const refuse = (context: Context, error: ApiError): Response =>
  context.json(error.toBody(crypto.randomUUID()), error.status);

const routeOf = ({ segments }: Operation): string =>
  segments.map((segment) => (isPlaceholder(segment) ? `:${segment.slice(1, -1)}` : segment)).join("/");

function checkKey({ req }: Context, apiKey: string): void {
  const [scheme = "", key, ...rest] = (req.header("authorization") ?? "").split(" ");
  if (scheme.toLowerCase() !== "apikey" || key !== apiKey || rest.length > 0) {
    throw new ApiError(401, "not_authenticated", "Authentication credentials were not provided or are not valid.");
  }
}

type AnyRequest = {
  readonly [Id in keyof Handlers]: OperationRequest<Id> & { readonly operationId: Id };
}[keyof Handlers];

async function readRequest({ req }: Context, operation: Operation): Promise<AnyRequest> {
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
    requestId: crypto.randomUUID(),
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

import { ionosDocument } from "@secgroup/api-types/ionos-document";
import { Hono, type Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { createAskedRefusals, headersOf, type AskedRefusal } from "../asked-refusal.ts";
import { createRequestCheck } from "../check-request.ts";
import type { GroupHistoryEntry } from "../history.ts";
import { authenticate } from "./authentication.ts";
import type { Answer, Call, Handlers, OperationId } from "./handler.ts";
import { createAttachmentHandlers } from "./handlers/attachment-handlers.ts";
import { readAttachments } from "./handlers/attachment-reads.ts";
import { createDatacenterHandlers } from "./handlers/datacenter-handlers.ts";
import { createGroupReadHandlers } from "./handlers/group-read-handlers.ts";
import { createGroupWriteHandlers } from "./handlers/group-write-handlers.ts";
import { createRequestHandlers } from "./handlers/request-handlers.ts";
import { createRuleReadHandlers } from "./handlers/rule-read-handlers.ts";
import { createRuleWriteHandlers } from "./handlers/rule-write-handlers.ts";
import { createIonosBackend, type IonosBackend } from "./ionos-backend.ts";
import { createIonosHandle } from "./create-ionos-handle.ts";
import type { IonosCloud } from "./ionos-handle.ts";
import { readIonosOptions, type IonosOptions, type IonosSettings } from "./ionos-options.ts";
import { describeProblems, invalid, IonosRefusal, notFound } from "./ionos-refusal.ts";
import { isTolerated, readBody, readWrapped } from "./read-call.ts";
import { refuseStale } from "./refuse-stale.ts";
import { recordGroups } from "./record-groups.ts";

const checkRequest = createRequestCheck(ionosDocument);
const methods = ["GET", "PUT", "POST", "DELETE", "PATCH"];

/** IONOS CloudAPI v6, as far as it concerns security groups, and the handle on what is behind it. */
export function createIonosCloud(
  options: IonosOptions & {
    readonly now: () => number;
    readonly recordHistory: (groupId: string, entry: GroupHistoryEntry) => void;
  },
): { readonly app: Hono; readonly cloud: IonosCloud; readonly advance: () => void } {
  const settings = readIonosOptions(options);
  const backend = createIonosBackend(settings, options.now, (before, after, at) =>
    recordGroups(options.recordHistory, before, after, at),
  );
  const handlers: Handlers = {
    ...createGroupReadHandlers(backend),
    ...createGroupWriteHandlers(backend),
    ...createRuleReadHandlers(backend),
    ...createRuleWriteHandlers(backend),
    ...createAttachmentHandlers(backend),
    ...createRequestHandlers(backend),
    ...createDatacenterHandlers(backend),
  };

  const refusals = createAskedRefusals();
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    const { limit, burst, remaining } = settings.rateLimit;
    context.header("X-RateLimit-Limit", String(limit));
    context.header("X-RateLimit-Burst", String(burst));
    context.header("X-RateLimit-Remaining", String(remaining));
  });
  app.all("*", async (context) => {
    backend.advance();
    authenticate(context.req.header("Authorization"), settings);
    const refusal = refusals.take();
    return refusal === undefined
      ? answerCall(context, handlers, backend)
      : answerRefusal(context, withoutUnsentHeaders(refusal, settings));
  });
  app.onError((error, context) => {
    if (!(error instanceof IonosRefusal)) throw error;
    return writeAnswer(context, error.status, { httpStatus: error.status, messages: error.messages });
  });
  const cloud: IonosCloud = { ...createIonosHandle(backend), refuseNextCall: refusals.ask };
  return { app, cloud, advance: () => backend.advance() };
}

/** The code is the status: which ones the vendor gives here is not published. */
function answerRefusal(context: Context, refusal: AskedRefusal): Response {
  const { status } = refusal;
  for (const [name, value] of Object.entries(headersOf(refusal))) context.header(name, value);
  const message = `Refused with ${status} on request`;
  return writeAnswer(context, status, { httpStatus: status, messages: [{ errorCode: String(status), message }] });
}

function withoutUnsentHeaders(refusal: AskedRefusal, { quirks }: IonosSettings): AskedRefusal {
  return refusal.status === 429 && quirks.retryAfter === "absent" ? { status: 429 } : refusal;
}

async function answerCall(context: Context, handlers: Handlers, backend: IonosBackend): Promise<Response> {
  const { method } = context.req;
  const { quirks } = backend.settings;
  const url = new URL(context.req.url);
  const text = await context.req.text();
  const attachments =
    method === "GET" && quirks.attachmentReads === "answered" ? readAttachments(backend, url) : undefined;
  if (attachments !== undefined) return writeAnswer(context, attachments.status, attachments.body);
  refuseUnknownRoute(method, url);
  const body = readWrapped(method, readBody(text, context.req.header("Content-Type")), quirks.wrappedPatch);
  const checked = checkRequest({ method, path: url.pathname, query: url.searchParams, body });
  if (checked === undefined || checked.problems.some(({ location }) => location === "route")) throw notFound();
  const { operationId } = checked;
  const problems = checked.problems.filter((problem) => !isTolerated(problem, { operationId, body }, quirks));
  if (problems.length > 0) throw invalid(describeProblems(problems, method));
  const ifMatch = context.req.header("If-Match");
  if (ifMatch !== undefined && quirks.ifMatch === "honoured") refuseStale(backend, ifMatch, checked.pathValues);

  // Made true by the check: names, types and defaults of these three are those of the operation.
  const credentials = (context.req.header("Authorization") ?? "").split(" ")[0]?.toLowerCase() ?? "";
  const call = {
    path: checked.pathValues,
    query: checked.queryValues,
    body,
    method,
    url,
    text,
    credentials,
  } as Call<OperationId>;
  const handler = handlers[operationId as OperationId] as (call: Call<OperationId>) => Answer;
  const answer = handler(call);

  for (const [name, value] of Object.entries({ ...etagOf(method, url, answer.body), ...answer.headers }))
    context.header(name, value);
  return writeAnswer(context, answer.status, answer.body, url.searchParams.get("pretty") !== "false");
}

/** Throws a 404 for a path that no operation has, and a 405 for a path that has the method not. */
function refuseUnknownRoute(method: string, url: URL): void {
  const exists = (candidate: string): boolean =>
    checkRequest({ method: candidate, path: url.pathname, query: url.searchParams, body: undefined }) !== undefined;
  if (exists(method)) return;
  throw methods.some(exists)
    ? new IonosRefusal(405, [{ errorCode: "405", message: `Method ${method} is not allowed` }])
    : notFound();
}

/** The header comes with reads of one object that do not ask for a depth, as the text of `metadata.etag` says. */
function etagOf(method: string, url: URL, body: unknown): Readonly<Record<string, string>> {
  if (
    method !== "GET" ||
    url.searchParams.has("depth") ||
    typeof body !== "object" ||
    body === null ||
    !("metadata" in body)
  )
    return {};
  const { metadata } = body;
  return typeof metadata === "object" && metadata !== null && "etag" in metadata ? { ETag: String(metadata.etag) } : {};
}

function writeAnswer(context: Context, status: ContentfulStatusCode, body: unknown, isPretty = true): Response {
  if (body === undefined) return context.body(null, status);
  return context.body(JSON.stringify(body, undefined, isPretty ? 2 : undefined), status, {
    "Content-Type": "application/json",
  });
}

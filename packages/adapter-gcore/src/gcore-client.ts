import { hideSecrets, SecurityGroupError, type Account, type HideSecrets } from "@secgroup/core";
import type { paths } from "@secgroup/api-types/gcore";
import createClient, { type Client, type Middleware } from "openapi-fetch";
import type * as z from "zod";
import { errorOfAnswer, errorOfSilence, quote, refuseAborted, unexpectedResponse } from "./gcore-error.ts";
import { checkOptions, defaultBaseUrl, type GcoreOptions } from "./gcore-options.ts";

/** Gcore's API with the key in its header, and the path parameters that say which project and region. */
export interface GcoreClient {
  readonly api: Client<paths>;
  readonly account: Account;
  readonly place: { readonly project_id: number; readonly region_id: number };
  /** The same text without the key, should something have echoed it. */
  readonly hide: HideSecrets;
}

/** What every call hands to openapi-fetch. */
interface CallOptions {
  readonly signal: AbortSignal;
  readonly parseAs: "text";
  readonly middleware: Middleware[];
}

type Call = (
  options: CallOptions,
) => Promise<{ readonly data?: string | undefined; readonly error?: unknown; readonly response: Response }>;

/** What came back for one request. */
export interface Answer {
  /** Method and path. */
  readonly request: string;
  readonly status: number;
  readonly text: string;
  /** The cloud's own time by the header `Date`, in milliseconds since the epoch. */
  readonly date: number | undefined;
  /** What the answer means when it is no success. */
  readonly refusal?: SecurityGroupError | undefined;
}

/** Throws `usage` for options that no request can be made with. */
export function createGcoreClient(options: GcoreOptions, account: Account): GcoreClient {
  checkOptions(options);
  const { apiKey, project, region, baseUrl = defaultBaseUrl, fetch = platformFetch } = options;
  const api = createClient<paths>({
    baseUrl: baseUrl.replace(/\/+$/, ""),
    headers: { Authorization: `APIKey ${apiKey}`, Accept: "application/json" },
    // The key never follows a redirect to another host.
    redirect: "manual",
    fetch: (request) => account.send(request, fetch),
  });
  return { api, account, place: { project_id: project, region_id: region }, hide: hideSecrets([apiKey]) };
}

const platformFetch = (request: Request): Promise<Response> => globalThis.fetch(request);

/** The path parameters of one group. Throws `not-found` for an id that would lead to another path. */
export function groupPath(client: GcoreClient, id: string): GcoreClient["place"] & { readonly group_id: string } {
  // A URL takes "." and ".." as directions even when they are escaped.
  if (id === "" || id === "." || id === "..") {
    throw new SecurityGroupError("not-found", `No security group of Gcore has the id "${id}".`);
  }
  return { ...client.place, group_id: id };
}

/** Sends one request and gives what the schema knows of the answer. Throws `unexpected-response` naming the field that is amiss. */
export async function readAnswer<Schema extends z.ZodType>(
  client: GcoreClient,
  schema: Schema,
  signal: AbortSignal,
  call: Call,
): Promise<z.output<Schema>> {
  return parseAnswer(client, schema, await send(client, signal, call));
}

/** What the schema knows of an answer. Throws `unexpected-response` naming the field that is amiss. */
export function parseAnswer<Schema extends z.ZodType>(
  client: GcoreClient,
  schema: Schema,
  { request, status, text }: Answer,
): z.output<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const message = quote(client.hide(text));
    throw unexpectedResponse(`status ${status} with ${text === "" ? "no text" : `text that is not JSON: ${message}`}`, {
      request,
      status,
      message,
    });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const field = nameField(parsed.error.issues[0]?.path ?? []);
  throw unexpectedResponse(`${field} is missing or not as documented`, { request, status }, field);
}

/** Sends one request; any success counts, whatever the answer holds. Throws what the answer means when it is none. */
export async function send(client: GcoreClient, signal: AbortSignal, call: Call): Promise<Answer> {
  const answer = await exchange(client, signal, call);
  if (answer.refusal !== undefined) throw answer.refusal;
  return answer;
}

/** Sends one request; an answer that is no success is an answer too. Throws `aborted` when nothing was sent, `unreachable` without an answer. */
export async function exchange(client: GcoreClient, signal: AbortSignal, call: Call): Promise<Answer> {
  refuseAborted(signal);
  const { account, hide } = client;
  let [method, request] = ["GET", "a request"];
  const remember: Middleware = {
    onRequest: (sent) => {
      method = sent.request.method;
      request = `${method} ${new URL(sent.request.url).pathname}`;
    },
  };
  try {
    const { data, error, response } = await call({ signal, parseAs: "text", middleware: [remember] });
    const date = Date.parse(response.headers.get("Date") ?? "");
    return {
      request,
      status: response.status,
      text: data ?? "",
      date: Number.isNaN(date) ? undefined : date,
      refusal: response.ok ? undefined : errorOfAnswer(request, response, error, hide, account.clock.now()),
    };
  } catch (cause) {
    if (SecurityGroupError.is(cause)) throw cause;
    throw errorOfSilence(request, { isRead: method === "GET", signal, cause, hide });
  }
}

function nameField(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "the whole";
  return path.reduce<string>((name, part) => {
    if (typeof part === "number") return `${name}[${part}]`;
    return name === "" ? String(part) : `${name}.${String(part)}`;
  }, "");
}

import { SecurityGroupError } from "@secgroup/core";
import type { paths } from "@secgroup/api-types/gcore";
import createClient, { type Client, type Middleware } from "openapi-fetch";
import type * as z from "zod";
import { errorOfAnswer, errorOfSilence, quote, refuseAborted, unexpectedResponse } from "./gcore-error.ts";
import { checkOptions, defaultBaseUrl, type GcoreOptions } from "./gcore-options.ts";

/** Gcore's API with the key in its header, and the path parameters that say which project and region. */
export interface GcoreClient {
  readonly api: Client<paths>;
  readonly place: { readonly project_id: number; readonly region_id: number };
  /** The same text without the key, should something have echoed it. */
  readonly redact: (text: string) => string;
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

interface Answer {
  readonly request: string;
  readonly status: number;
  readonly text: string;
}

/** Throws `usage` for options that no request can be made with. */
export function createGcoreClient(options: GcoreOptions): GcoreClient {
  checkOptions(options);
  const { apiKey, project, region, baseUrl = defaultBaseUrl, fetch } = options;
  const api = createClient<paths>({
    baseUrl: baseUrl.replace(/\/+$/, ""),
    headers: { Authorization: `APIKey ${apiKey}`, Accept: "application/json" },
    // The key never follows a redirect to another host.
    redirect: "manual",
    ...(fetch && { fetch }),
  });
  return { api, place: { project_id: project, region_id: region }, redact: (text) => text.replaceAll(apiKey, "***") };
}

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
  const { request, status, text } = await send(client, signal, call);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const message = quote(client.redact(text));
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

/** Sends one request; any success counts, whatever the answer holds. */
export async function send(client: GcoreClient, signal: AbortSignal, call: Call): Promise<Answer> {
  refuseAborted(signal);
  let request = "a request";
  const remember: Middleware = {
    onRequest: ({ request: { method, url } }) => {
      request = `${method} ${new URL(url).pathname}`;
    },
  };
  try {
    const { data, error, response } = await call({ signal, parseAs: "text", middleware: [remember] });
    if (!response.ok) throw errorOfAnswer(request, response, error, client.redact);
    return { request, status: response.status, text: data ?? "" };
  } catch (cause) {
    throw SecurityGroupError.is(cause) ? cause : errorOfSilence(request, signal, cause);
  }
}

function nameField(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "the whole";
  return path.reduce<string>((name, part) => {
    if (typeof part === "number") return `${name}[${part}]`;
    return name === "" ? String(part) : `${name}.${String(part)}`;
  }, "");
}

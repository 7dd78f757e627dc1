import type { Adapter } from "@secgroup/core";
import { ionos, type IonosAccount, type IonosTarget } from "../../src/index.ts";

/** One request as the cloud got it. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Headers;
  readonly redirect: string;
  readonly body: unknown;
}

/** An answer, or what makes it of the request. */
export type Reply = Response | ((request: SentRequest) => Response | Promise<Response>);

export interface FakeCloud {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly sent: readonly SentRequest[];
}

export const datacenter = "5a88aa8b-8aa1-51f6-8ad1-3b8fae9f3100";
export const requestId = "0c9e1f5e-1111-4222-8333-123456789abc";
export const statusUrl: string = `https://api.ionos.com/cloudapi/v6/requests/${requestId}/status`;
export const signal: AbortSignal = new AbortController().signal;

/** Answers in the order given; the last reply, when it is a function, answers all further requests. */
export function fakeCloud(...replies: readonly Reply[]): FakeCloud {
  const sent: SentRequest[] = [];
  return {
    sent,
    fetch: async (request) => {
      const url = new URL(request.url);
      const text = await request.text();
      const record: SentRequest = {
        method: request.method,
        url: request.url,
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: request.headers,
        redirect: request.redirect,
        body: text === "" ? undefined : JSON.parse(text),
      };
      sent.push(record);
      const last = replies.at(-1);
      const reply = replies[sent.length - 1] ?? (typeof last === "function" ? last : undefined);
      if (!reply) throw new Error(`no reply was prepared for ${record.method} ${record.url}`);
      return typeof reply === "function" ? await reply(record) : reply;
    },
  };
}

/** The same cloud where it refuses the list of requests to this account, which is not recorded. */
export function withoutRequests({ sent, fetch }: FakeCloud): FakeCloud {
  const isList = ({ url }: Request): boolean => new URL(url).pathname.endsWith("/requests");
  return { sent, fetch: async (request) => (isList(request) ? json({}, 403) : fetch(request)) };
}

export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json", ...headers } });
}

export function accepted(body: unknown, location: string | undefined = statusUrl): Response {
  return json(body, 202, location ? { Location: location } : {});
}

export function adapterOf(cloud: Pick<FakeCloud, "fetch">, options: Partial<IonosAccount & IonosTarget> = {}): Adapter {
  return ionos({ token: "secret-token-0123456789", datacenter, ...options, fetch: cloud.fetch });
}

/** A rule as the cloud answers it, every nullable field null but for those given. */
export function ruleAnswer(id: string, properties: Readonly<Record<string, unknown>>): unknown {
  return {
    id,
    type: "firewall-rule",
    metadata: { state: "AVAILABLE" },
    properties: {
      name: null,
      protocol: "TCP",
      sourceMac: null,
      sourceIp: null,
      targetIp: null,
      icmpCode: null,
      icmpType: null,
      portRangeStart: null,
      portRangeEnd: null,
      ipVersion: "IPv4",
      type: "INGRESS",
      ...properties,
    },
  };
}

/** A group as the cloud answers it at depth 3. */
export function groupAnswer(id: string, name: string, rules?: unknown): unknown {
  return { id, type: "security-group", metadata: { state: "AVAILABLE" }, properties: { name }, entities: { rules } };
}

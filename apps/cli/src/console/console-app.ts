import { toSecurityGroupError } from "@secgroup/core";
import { Hono, type Context as HonoContext } from "hono";
import { streamSSE } from "hono/streaming";
import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { describeProblems } from "../render/describe-problems.ts";
import type { ConsoleSession } from "./console-session.ts";

export interface ConsoleAppOptions {
  readonly session: ConsoleSession;
  /** The page, as it is served. */
  readonly page: string;
  /** Stands at the begin of every path; who does not know it gets nothing. */
  readonly token: string;
  /** Host and port that the server listens on; requests for another host are refused, since a name on the internet may lead here. */
  readonly host: string;
}

const applyRequest = z.strictObject({ number: z.int() });

/** The console over HTTP: the page, plans, applies, and what happens in them as server-sent events. */
export function createConsoleApp({ session, page, token, host }: ConsoleAppOptions): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    const refused = refuse(context, token, host);
    if (refused !== undefined) return context.text(refused, 403);
    await next();
    context.header("Cache-Control", "no-store");
    context.header("Referrer-Policy", "no-referrer");
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    return undefined;
  });
  app.get("/:token/", (context) => context.html(page));
  app.get("/:token/plan", async (context) => context.json(await session.plan()));
  app.post("/:token/apply", async (context) => {
    const body = applyRequest.safeParse(await context.req.json().catch(() => undefined));
    if (!body.success) return context.json({ problems: [{ text: "the request names no plan", details: [] }] }, 400);
    try {
      session.apply(body.data.number);
      return context.json({}, 202);
    } catch (thrown) {
      return context.json({ problems: describeProblems(toSecurityGroupError(thrown)) }, 409);
    }
  });
  app.get("/:token/events", (context) =>
    streamSSE(context, async (stream) => {
      const left = new Promise<void>((resolve) => stream.onAbort(resolve));
      const stop = session.follow((event) => void stream.writeSSE({ data: JSON.stringify(event) }));
      await left;
      stop();
    }),
  );
  return app;
}

/** Why a request is not answered. */
function refuse({ req }: HonoContext, token: string, host: string): string | undefined {
  if (req.header("Host") !== host) return "not this host";
  const [, given = ""] = req.path.split("/");
  if (!isEqual(given, token)) return "open the address that secgroup ui has printed";
  // A page of somebody else can send here, but not hide where it is from.
  if (req.method !== "GET" && req.header("Origin") !== `http://${host}`) return "not from this page";
  return undefined;
}

function isEqual(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}

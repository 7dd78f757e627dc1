import { getRequestListener } from "@hono/node-server";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { readPage } from "../report/read-page.ts";
import { createConsoleApp } from "./console-app.ts";
import type { ConsoleSession } from "./console-session.ts";

export interface ServedConsole {
  /** With the token in it. */
  readonly url: string;
  /** Ends open connections as well. */
  readonly close: () => Promise<void>;
}

const hostname = "127.0.0.1";

/** Serves the console to this machine alone, under an address that cannot be guessed. Rejects with the system's error when it cannot listen; port 0 is any free one. */
export async function serveConsole(session: ConsoleSession, port: number): Promise<ServedConsole> {
  const token = randomBytes(24).toString("base64url");
  // Its own requests are the only ones that the page may send.
  const page = (await readPage()).replace("default-src 'none'", "default-src 'none'; connect-src 'self'");
  const server = createServer();
  server.listen(port, hostname);
  await once(server, "listening");
  const address = server.address();
  const host = `${hostname}:${typeof address === "object" && address !== null ? address.port : port}`;
  const app = createConsoleApp({ session, page, token, host });
  server.on("request", getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  return {
    url: `http://${host}/${token}/`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

import { createServer } from "node:http";
import { once } from "node:events";
import { getRequestListener } from "@hono/node-server";
import type { Simulator } from "./simulator.ts";

/** A simulator that listens. */
export interface ServedSimulator {
  /** Without a slash at the end, such as `http://127.0.0.1:4010`: the base URL for clients of either cloud on this machine. */
  readonly url: string;
  /** Ends open connections as well. */
  close(): Promise<void>;
}

/** Addresses to listen on that nobody can connect to: they stand for all that the machine has. */
const reachable: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "::": "::1" };

/**
 * Serves the simulator over HTTP. Port 0 takes any free port; the host name is 127.0.0.1 unless told otherwise, so that only this
 * machine can connect. Rejects with the system's error (`EADDRINUSE`, `EACCES`) when it cannot listen.
 */
export async function serveSimulator(
  simulator: Simulator,
  options: { readonly port: number; readonly hostname?: string },
): Promise<ServedSimulator> {
  const { port, hostname = "127.0.0.1" } = options;
  // The classes of the process stay as they are: a simulator inside a program must not change its fetch.
  const server = createServer(getRequestListener(simulator.fetch, { overrideGlobalObjects: false }));
  server.listen(port, hostname);
  await once(server, "listening");
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  const host = reachable[hostname] ?? hostname;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

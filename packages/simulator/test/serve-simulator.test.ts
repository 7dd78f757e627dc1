import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createSimulator, serveSimulator, type ServedSimulator, type Simulator } from "../src/index.ts";

const headers = { Authorization: "Bearer simulator-token", "Content-Type": "application/json" };
const open: ServedSimulator[] = [];

async function serve(simulator: Simulator, port = 0): Promise<ServedSimulator> {
  const served = await serveSimulator(simulator, { port });
  open.push(served);
  return served;
}

afterEach(async () => {
  for (const served of open.splice(0)) await served.close();
});

describe("serving over HTTP", () => {
  it("answers as in-process, with addresses at its own origin", async () => {
    const simulator = createSimulator();
    simulator.ionos.addDatacenter({ id: "fra", name: "fra" });
    const { url } = await serve(simulator);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const response = await fetch(`${url}/cloudapi/v6/datacenters/fra/securitygroups`, {
      method: "POST",
      headers,
      body: JSON.stringify({ properties: { name: "web" } }),
    });
    expect(response.status).toBe(202);
    const location = String(response.headers.get("Location"));
    expect(location.startsWith(`${url}/cloudapi/v6/requests/`)).toBe(true);
    expect(await (await fetch(location, { headers })).json()).toMatchObject({ metadata: { status: "QUEUED" } });
    expect(await response.json()).toMatchObject({
      href: expect.stringContaining(`${url}/cloudapi/v6/datacenters/fra/`),
    });
    expect(simulator.requests.map(({ method }) => method)).toEqual(["POST", "GET"]);
  });

  it("tells an address that can be connected to, also when it listens on all of them", async () => {
    const served = await serveSimulator(createSimulator(), { port: 0, hostname: "0.0.0.0" });
    open.push(served);
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${served.url}/cloudapi/v6/contracts`)).status).toBe(401);
  });

  it("answers a deletion without a body, and passes the status of refusals on", async () => {
    const simulator = createSimulator();
    const id = simulator.ionos.addGroup(simulator.ionos.addDatacenter({ id: "fra", name: "fra" }), {
      name: "web",
      rules: [],
    });
    const { url } = await serve(simulator);
    const response = await fetch(`${url}/cloudapi/v6/datacenters/fra/securitygroups/${id}`, {
      method: "DELETE",
      headers,
    });
    expect([response.status, await response.text()]).toEqual([202, ""]);
    expect((await fetch(`${url}/cloudapi/v6/contracts`)).status).toBe(401);
  });

  it("leaves the classes of the process alone", async () => {
    const before = [globalThis.Request, globalThis.Response];
    await serve(createSimulator());
    expect([globalThis.Request, globalThis.Response]).toEqual(before);
  });

  it("rejects when the port is taken", async () => {
    const { url } = await serve(createSimulator());
    await expect(serve(createSimulator(), Number(new URL(url).port))).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("is gone after closing, even in the middle of a request", async () => {
    const served = await serveSimulator(createSimulator(), { port: 0 });
    const socket = connect(Number(new URL(served.url).port), "127.0.0.1");
    await once(socket, "connect");
    socket.write("GET /cloudapi/v6/contracts HTTP/1.1\r\n");
    await (await fetch(`${served.url}/cloudapi/v6/contracts`, { headers })).text();
    const ended = once(socket, "close");
    socket.on("error", () => undefined).resume();
    await served.close();
    await ended;
    await expect(fetch(served.url)).rejects.toThrow("fetch failed");
  });
});

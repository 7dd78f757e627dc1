import { describe, expect, it } from "vitest";
import { createSimulator, type Simulator } from "../src/index.ts";

const base = "http://localhost";
const ionosKey = { Authorization: "Bearer simulator-token" };
const gcoreKey = { Authorization: "APIKey simulator-key" };

const get = (simulator: Simulator, path: string, headers = {}): Promise<Response> =>
  simulator.fetch(new Request(`${base}${path}`, { headers }));

describe("one simulator", () => {
  it("serves both clouds at the vendors' own paths", async () => {
    const simulator = createSimulator();
    simulator.ionos.addDatacenter({ id: "fra", name: "fra" });
    simulator.gcore.addProject({ projectId: 1, regionId: 2 });
    expect(await (await get(simulator, "/cloudapi/v6/datacenters/fra/securitygroups", ionosKey)).json()).toMatchObject({
      items: [],
    });
    expect(await (await get(simulator, "/cloud/v1/securitygroups/1/2", gcoreKey)).json()).toMatchObject({ count: 0 });
    // Each cloud knows its own key only.
    expect((await get(simulator, "/cloudapi/v6/contracts", gcoreKey)).status).toBe(401);
    expect((await get(simulator, "/cloud/v1/tasks", ionosKey)).status).toBe(401);
  });

  it("says where the clouds are to those who ask elsewhere", async () => {
    const answer = await get(createSimulator(), "/datacenters");
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("/cloudapi/v6/");
  });

  it("shares nothing with another", async () => {
    const [first, second] = [createSimulator(), createSimulator()];
    first.ionos.addDatacenter({ id: "fra", name: "fra" });
    expect((await get(second, "/cloudapi/v6/datacenters/fra", ionosKey)).status).toBe(404);
  });
});

describe("the record of requests", () => {
  it("holds path, query, status and body, and no credentials", async () => {
    let now = 5000;
    const simulator = createSimulator({ now: () => now++ });
    simulator.ionos.addDatacenter({ id: "fra", name: "fra" });
    const at = expect.any(Number);
    const groups = "/cloudapi/v6/datacenters/fra/securitygroups";
    const post = (body: string): Promise<Response> =>
      simulator.fetch(
        new Request(`${base}${groups}`, {
          method: "POST",
          headers: { ...ionosKey, "Content-Type": "application/json" },
          body,
        }),
      );
    await get(simulator, `${groups}?depth=3`, ionosKey);
    await post('{"properties":{"name":"web"}}');
    await post("{");
    await get(simulator, "/cloud/v1/tasks");
    await get(simulator, "/_simulator/history/x");
    expect(simulator.requests).toEqual([
      { at, method: "GET", path: `${groups}?depth=3`, status: 200, body: undefined },
      { at, method: "POST", path: groups, status: 202, body: { properties: { name: "web" } } },
      { at, method: "POST", path: groups, status: 400, body: "{" },
      { at, method: "GET", path: "/cloud/v1/tasks", status: 401, body: undefined },
    ]);
    const times = simulator.requests.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(5000);
    expect(JSON.stringify(simulator.requests)).not.toContain("simulator-token");
  });
});

describe("the history endpoint", () => {
  it("answers with what has come into force by now", async () => {
    let now = 0;
    const simulator = createSimulator({ now: () => now });
    const id = simulator.ionos.addGroup(simulator.ionos.addDatacenter({ id: "fra", name: "fra" }), {
      name: "web",
      rules: [],
    });
    const body = JSON.stringify({ properties: { protocol: "ANY" } });
    const headers = { ...ionosKey, "Content-Type": "application/json" };
    await simulator.fetch(
      new Request(`${base}/cloudapi/v6/datacenters/fra/securitygroups/${id}/rules`, { method: "POST", headers, body }),
    );
    const read = async (): Promise<unknown> => (await get(simulator, `/_simulator/history/${id}`)).json();
    const first = { at: 0, cloud: "ionos", exists: true, name: "web", description: "", rules: [] };
    expect(await read()).toEqual([first]);
    now = 2000;
    expect(await read()).toEqual([
      first,
      { ...first, at: 2000, rules: [expect.objectContaining({ protocol: "ANY", type: "INGRESS" })] },
    ]);
    expect(simulator.history(id)).toEqual(await read());
    expect(await (await get(simulator, "/_simulator/history/none")).json()).toEqual([]);
  });
});

describe("every answer", () => {
  it("has the date of the cloud's own clock", async () => {
    const simulator = createSimulator({ now: () => Date.UTC(2026, 0, 1, 12) });
    for (const answer of [
      await get(simulator, "/cloudapi/v6/contracts", ionosKey),
      await get(simulator, "/cloudapi/v6/contracts"),
      await get(simulator, "/cloud/v1/tasks", gcoreKey),
    ])
      expect(answer.headers.get("Date")).toBe("Thu, 01 Jan 2026 12:00:00 GMT");
  });
});

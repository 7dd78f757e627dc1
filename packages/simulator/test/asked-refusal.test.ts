import { describe, expect, it } from "vitest";
import { createSimulator } from "../src/index.ts";

const datacenter = "5a88aa8b-8aa1-51f6-9cd1-0a1b2c3e9f31";
const calls = {
  ionos: {
    url: `http://simulator/cloudapi/v6/datacenters/${datacenter}/securitygroups`,
    key: "Bearer simulator-token",
  },
  gcore: { url: "http://simulator/cloud/v1/securitygroups/1/1", key: "APIKey simulator-key" },
};

describe.each(["ionos", "gcore"] as const)("%s refuses on request", (cloud) => {
  const simulator = createSimulator();
  simulator.ionos.addDatacenter({ id: datacenter, name: "test" });
  simulator.gcore.addProject({ projectId: 1, regionId: 1 });
  const call = (key = calls[cloud].key): Promise<Response> =>
    simulator.fetch(new Request(calls[cloud].url, { headers: { Authorization: key } }));

  it("one call each, in order, in the vendor's envelope, and not before the credentials are good", async () => {
    simulator[cloud].refuseNextCall({ status: 429, retryAfter: "7" });
    simulator[cloud].refuseNextCall({ status: 503 });
    expect((await call("wrong")).status).toBe(401);
    const limited = await call();
    expect([limited.status, limited.headers.get("Retry-After")]).toEqual([429, "7"]);
    const body: unknown = await limited.json();
    expect(body).toMatchObject(
      cloud === "ionos"
        ? { httpStatus: 429, messages: [{ errorCode: "429", message: expect.any(String) }] }
        : { exception_class: "HTTPError", message: expect.any(String), request_id: expect.any(String) },
    );
    const unavailable = await call();
    expect([unavailable.status, unavailable.headers.get("Retry-After")]).toEqual([503, null]);
    expect((await call()).status).toBe(200);
  });
});

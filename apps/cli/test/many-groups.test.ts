import { describe, expect, it } from "vitest";
import { createHarness } from "./support/harness.ts";

const datacenters = ["5ec90000-0000-4000-8000-000000000001", "5ec90000-0000-4000-8000-000000000002"];
const count = 150;

/** So many groups, each on two datacenters and on Gcore. */
const document = [
  "targets:",
  ...datacenters.map((datacenter, index) => `  dc${index}: { cloud: ionos, datacenter: "${datacenter}" }`),
  "  lux: { cloud: gcore, project: 1, region: 1 }",
  "groups:",
  ...Array.from({ length: count }, (_, index) => [
    `  group-${index}:`,
    "    on: [dc0, dc1, lux]",
    "    ingress:",
    `      - { allow: tcp/${1000 + index}, from: 10.0.0.0/8 }`,
  ]).flat(),
  "",
].join("\n");

describe("hundreds of groups on several targets", () => {
  it("are planned and applied with one progress for all, and one target that fails does not stop the others", async () => {
    const { run, write, simulator } = createHarness({
      ionos: { limits: { securityGroupsPerVdc: 400 } },
    });
    simulator.ionos.addDatacenter({ id: datacenters[1] ?? "", name: "second" });
    write("secgroup.yaml", document);
    // The fifth group of the second datacenter is not made.
    let posts = 0;
    const { code, stdout, stderr, writes } = await run("apply --yes", {
      fetch: (request, fetch) => {
        const isPost = request.method === "POST" && request.url.includes(datacenters[1] ?? "");
        if (isPost && ++posts === 5) simulator.ionos.failNextRequest("no space left");
        return fetch(request);
      },
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/✓ dc0 {2}150 steps done, read back, as planned\n/);
    expect(stdout).toMatch(/✓ lux {2}150 steps done, read back, as planned\n/);
    expect(stdout).toMatch(/✗ dc1 {2}not as planned: \d+ done.* 1 failed/);
    expect(stderr).toContain("error operation-failed: the cloud could not carry it out: no space left");
    expect(stderr).toMatch(/; \d+ of 450 steps, \d of 3 targets done/);
    expect(writes.some(({ text }) => /, about .* left/.test(text))).toBe(true);

    const again = await run("apply --yes");
    expect(again.code).toBe(0);
    expect(again.stdout).toContain("✓ dc1  1 step done, read back, as planned");
    expect(await run("plan --detailed-exitcode")).toMatchObject({ code: 0 });
    const names = datacenters.map((id) => simulator.ionos.groups(id).map(({ name }) => name));
    for (const found of names) expect(new Set(found).size).toBe(found.length);
  });

  it("take no more calls for their state than the time that the clouds need asks for", async () => {
    const { run, write, simulator } = createHarness({
      ionos: { limits: { securityGroupsPerVdc: 400 }, quirks: { execution: "parallel" } },
    });
    simulator.ionos.addDatacenter({ id: datacenters[1] ?? "", name: "second" });
    write("secgroup.yaml", document);
    expect((await run("apply --yes")).code).toBe(0);
    const asked = simulator.requests.filter(({ method, path }) => method === "GET" && /\/requests|\/tasks/.test(path));
    expect(asked.length).toBeLessThan(count / 3);
  });
});

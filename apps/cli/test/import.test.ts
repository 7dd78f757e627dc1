import { describe, expect, it } from "vitest";
import { createHarness, type Harness } from "./support/harness.ts";

const datacenter = "5ec90000-0000-4000-8000-000000000001";

async function expectQuiet({ run }: Harness, file: string): Promise<void> {
  const plan = await run(`plan ${file} --detailed-exitcode`);
  expect(plan).toMatchObject({ code: 0, stderr: "" });
}

describe("secgroup import", () => {
  it("writes a document of an IONOS datacenter whose plan is empty", async () => {
    const harness = createHarness({ seed: true });
    const { code, stdout, stderr } = await harness.run(`import ionos ${datacenter} --target fra`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`fra: { cloud: ionos, datacenter: ${datacenter} }`);
    harness.write("imported.yaml", stdout);
    await expectQuiet(harness, "imported.yaml");
  });

  it("writes it to a file, and never over one", async () => {
    const harness = createHarness({ seed: true });
    const { code, stdout, stderr } = await harness.run("import gcore 1/1 --out secgroup.yaml");
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toBe("✓ secgroup.yaml: 1 group; its plan is empty\n");
    await expectQuiet(harness, "secgroup.yaml");
    const text = harness.read("secgroup.yaml");
    const again = await harness.run("import gcore 1/1 --out secgroup.yaml");
    expect(again).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("error usage: secgroup.yaml exists and is not overwritten"),
    });
    expect(harness.read("secgroup.yaml")).toBe(text);
  });

  it("keeps second copies of a rule, and says why", async () => {
    const harness = createHarness();
    const rule = { type: "INGRESS", protocol: "TCP", ipVersion: "IPv4", portRangeStart: 22, portRangeEnd: 22 } as const;
    harness.simulator.ionos.addGroup(datacenter, { name: "twice", rules: [rule, { ...rule, name: "again" }] });
    await harness.run(`import ionos ${datacenter} --out secgroup.yaml`);
    expect(harness.read("secgroup.yaml")).toMatch(
      /^# The group "twice" on "ionos" keeps unlisted rules: the cloud holds 1 more than once\n/,
    );
    expect(harness.read("secgroup.yaml")).toContain("unlistedRules: keep");
    await expectQuiet(harness, "secgroup.yaml");
  });

  it("keeps the provider's own rules, and says why", async () => {
    const harness = createHarness();
    harness.simulator.gcore.addGroup(1, 1, {
      name: "cluster",
      rules: [
        { direction: "egress", ethertype: "IPv4", description: "system" },
        { direction: "ingress", ethertype: "IPv4", protocol: "tcp", port_range_min: 22, port_range_max: 22 },
      ],
    });
    await harness.run("import gcore 1/1 --out secgroup.yaml");
    expect(harness.read("secgroup.yaml")).toMatch(
      /^# The group "cluster" on "gcore" keeps unlisted rules: 1 belong to the provider\n/,
    );
    await expectQuiet(harness, "secgroup.yaml");
  });

  it("describes IPv6, ICMP, protocols, MAC and local addresses, and egress", async () => {
    const harness = createHarness();
    harness.simulator.ionos.addGroup(datacenter, {
      name: "everything",
      description: "with ${DOLLAR} and: colon",
      rules: [
        { type: "INGRESS", protocol: "ICMP", ipVersion: "IPv4", icmpType: 3, icmpCode: 4 },
        { type: "INGRESS", protocol: "ICMPv6", ipVersion: "IPv6" },
        { type: "INGRESS", protocol: "GRE", ipVersion: "IPv6", sourceIp: "2001:db8::/32", name: "tunnel" },
        {
          type: "INGRESS",
          protocol: "UDP",
          ipVersion: "IPv4",
          sourceMac: "02:01:0a:0b:0c:0d",
          targetIp: "10.0.0.4",
          portRangeStart: 5,
          portRangeEnd: 9,
        },
        { type: "EGRESS", protocol: "ANY", ipVersion: "IPv6", targetIp: "2001:db8::1" },
        { type: "EGRESS", protocol: "TCP", ipVersion: "IPv4" },
      ],
    });
    await harness.run(`import ionos ${datacenter} --out secgroup.yaml`);
    await expectQuiet(harness, "secgroup.yaml");
  });

  it("tells groups of one name apart by their ids, and names groups that refer to each other", async () => {
    const harness = createHarness();
    const { gcore, ionos } = harness.simulator;
    ionos.addGroup(datacenter, { name: "same", rules: [] });
    ionos.addGroup(datacenter, { name: "same", rules: [{ type: "EGRESS", protocol: "ANY", ipVersion: "IPv4" }] });
    await harness.run(`import ionos ${datacenter} --out ionos.yaml`);
    await expectQuiet(harness, "ionos.yaml");

    const web = gcore.addGroup(1, 1, { name: "web", rules: [], tags: { team: "edge" } });
    const database = gcore.addGroup(1, 1, {
      name: "database",
      rules: [
        {
          direction: "ingress",
          ethertype: "IPv4",
          protocol: "tcp",
          port_range_min: 5432,
          port_range_max: 5432,
          remote_group_id: web,
        },
      ],
    });
    gcore.editRules(web, () => [
      { direction: "egress", ethertype: "IPv4", protocol: "tcp", remote_group_id: database },
      { direction: "egress", ethertype: "IPv6", protocol: "tcp", remote_group_id: web },
    ]);
    await harness.run("import gcore 1/1 --out gcore.yaml");
    expect(harness.read("gcore.yaml")).toContain("group:web");
    await expectQuiet(harness, "gcore.yaml");
  });

  it("leaves out what no document can describe, and says so", async () => {
    const harness = createHarness();
    harness.simulator.ionos.addGroup(datacenter, { name: "fine", rules: [] });
    const bad = harness.simulator.ionos.addGroup(datacenter, {
      name: "odd",
      rules: [{ type: "INGRESS", protocol: "TCP", ipVersion: "IPv4", portRangeStart: 9, portRangeEnd: 5 }],
    });
    const beyond = harness.simulator.ionos.addGroup(datacenter, {
      name: "beyond",
      rules: [{ type: "INGRESS", protocol: "ICMP", ipVersion: "IPv4", icmpType: 255 }],
    });
    const { code, stderr } = await harness.run(`import ionos ${datacenter} --out secgroup.yaml`);
    expect(code).toBe(0);
    expect(stderr).toContain(`left out odd (${bad}): its rule `);
    expect(stderr).toContain(`left out beyond (${beyond}): IONOS Cloud cannot express this rule: `);
    expect(stderr).toContain("✓ secgroup.yaml: 1 group;");
    await expectQuiet(harness, "secgroup.yaml");
  });

  it("describes groups that refer to one of two groups of the same name", async () => {
    const harness = createHarness();
    const { gcore } = harness.simulator;
    const [first, second] = [
      gcore.addGroup(1, 1, { name: "same", rules: [] }),
      gcore.addGroup(1, 1, { name: "same", rules: [] }),
    ];
    const from = (id: string) =>
      ({ direction: "ingress", ethertype: "IPv4", protocol: "tcp", remote_group_id: id }) as const;
    gcore.addGroup(1, 1, { name: "first", rules: [from(first)] });
    gcore.addGroup(1, 1, { name: "second", rules: [from(second)] });
    const { stderr } = await harness.run("import gcore 1/1 --out secgroup.yaml");
    expect(stderr).toBe("✓ secgroup.yaml: 4 groups; its plan is empty\n");
    await expectQuiet(harness, "secgroup.yaml");
  });

  it("wants project and region as numbers", async () => {
    const { run } = createHarness();
    expect(await run("import gcore 1234")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('error usage: "1234" is not PROJECT/REGION'),
    });
  });

  it("reads a group of 100 rules and more groups than a page with one list read each", async () => {
    const harness = createHarness();
    const rule = { direction: "ingress", ethertype: "IPv4", protocol: "tcp" } as const;
    for (let number = 0; number < 12; number++) {
      harness.simulator.gcore.addGroup(1, 1, {
        name: `group ${number}`,
        rules: Array.from({ length: 20 }, (_, port) => ({
          ...rule,
          port_range_min: port + 1,
          port_range_max: port + 1,
        })),
      });
    }
    await harness.run("import gcore 1/1 --out secgroup.yaml");
    expect(harness.simulator.requests).toHaveLength(1);
    await expectQuiet(harness, "secgroup.yaml");
  });
});

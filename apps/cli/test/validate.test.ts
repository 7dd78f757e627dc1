import { describe, expect, it } from "vitest";
import { createHarness } from "./support/harness.ts";
import { drifted, targets } from "./support/documents.ts";

describe("secgroup validate", () => {
  it("checks a document without network and credentials", async () => {
    const { run, write, simulator } = createHarness();
    write("secgroup.yaml", drifted);
    const environment = { IONOS_DATACENTER_ID: "x", GCORE_CLOUD_PROJECT_ID: "1", GCORE_CLOUD_REGION_ID: "2" };
    expect(await run("validate", { environment })).toMatchObject({
      code: 0,
      stdout: "✓ secgroup.yaml is valid: 2 targets and 3 groups\n",
      stderr: "",
    });
    expect(simulator.requests).toHaveLength(0);
    expect(JSON.parse((await run("validate --json", { environment })).stdout)).toEqual({
      valid: true,
      targets: 2,
      groups: 3,
      notices: [],
    });
  });

  it("says everything that a target's cloud cannot express, at the line where it stands", async () => {
    const { run, write } = createHarness();
    write(
      "secgroup.yaml",
      `${targets}  web:
    on: [fra, lux]
    tags: { a: b }
    ingress:
      - { allow: tcp/22, from: "group:web" }
      - { protocol: tcp, sourceMac: "02:01:0a:0b:0c:0d" }
      - { allow: sctp/7, from: 10.0.0.0/8 }
`,
    );
    const { code, stdout, stderr } = await run("validate --json");
    expect(code).toBe(1);
    const { error } = JSON.parse(stdout);
    const found = error.related.map(
      ({ code, place }: { code: string; place: { target: string; line: number; field: string } }) => [
        code,
        place.target,
        place.line,
        place.field,
      ],
    );
    expect(found).toContainEqual(["unsupported", "fra", 9, "remote"]);
    expect(found).toContainEqual(["unsupported", "lux", 10, "sourceMac"]);
    expect(found).toContainEqual(["unsupported", "fra", 11, "protocol"]);
    expect(found).toContainEqual(["unsupported", "fra", 5, "tags"]);
    expect(stderr)
      .toContain(`error unsupported: Gcore cannot express this rule: its rules have no field for a MAC address
  at secgroup.yaml:10:9 groups.web.ingress[1]
  target lux, group web, rule ingress tcp from any mac 02:01:0a:0b:0c:0d (IPv4), field sourceMac
  hint: Change the rule, or place the group only on targets whose cloud can express it.
`);
  });
});

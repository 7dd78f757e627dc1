import { describe, expect, it } from "vitest";
import { createHarness } from "./support/harness.ts";
import { targets } from "./support/documents.ts";

const datacenter = "5ec90000-0000-4000-8000-000000000001";

/** A group that stands on IONOS with ssh from one address, and a document that moves it to another. */
function moving(guardrail: string) {
  const harness = createHarness();
  const ssh = { type: "INGRESS", protocol: "TCP", ipVersion: "IPv4", portRangeStart: 22, portRangeEnd: 22 } as const;
  harness.simulator.ionos.addGroup(datacenter, { name: "web", rules: [{ ...ssh, sourceIp: "203.0.113.7" }] });
  harness.write(
    "secgroup.yaml",
    `${targets}  web: { on: fra, ingress: [{ allow: ssh, from: 203.0.113.8 }] }\n  other: { on: lux }\nguardrails:\n  - ${guardrail}\n`,
  );
  return harness;
}

describe("guardrails", () => {
  it.each<[what: string, guardrail: string, message: string, rule: string | undefined]>([
    [
      "an always that a step breaks",
      "always: { allow: ssh, from: 203.0.113.7, in: web }",
      "a guardrail (always) is broken in the group web: tcp/22 from 203.0.113.7 would be refused once step 1 of wave 1 removes ingress tcp/22 from 203.0.113.7/32 (IPv4)",
      "ingress tcp/22 from 203.0.113.7/32 (IPv4)",
    ],
    [
      "a never that a step breaks",
      "never: { allow: any, from: 203.0.113.8 }",
      "a guardrail (never) is broken in the group web: tcp/22 from 203.0.113.8 would be allowed by ingress tcp/22 from 203.0.113.8/32 (IPv4), which step 1 of wave 1 adds",
      "ingress tcp/22 from 203.0.113.8/32 (IPv4)",
    ],
    [
      "an always that no rule keeps",
      "always: { allow: https, from: 203.0.113.8, in: web }",
      "a guardrail (always) is broken in the group web: tcp/443 from 203.0.113.8 would be refused: no rule allows it",
      undefined,
    ],
  ])("refuse %s, naming packet, rule and step, and nothing is written", async (_what, guardrail, message, rule) => {
    const { run, writesSince } = moving(guardrail);
    for (const command of ["plan", "plan --out plan.json", "apply --yes"]) {
      const { code, stdout, stderr } = await run(command);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toContain(`error guardrail-broken: ${message}\n  at secgroup.yaml:8:5 guardrails[0]\n`);
    }
    const { code, stdout } = await run("plan --json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout).error).toMatchObject({
      code: "guardrail-broken",
      message,
      place: { file: "secgroup.yaml", line: 8, target: "fra", group: "web", ...(rule && { rule }) },
    });
    expect(writesSince(0)).toEqual([]);
  });

  it("that hold are in nobody's way", async () => {
    const { run } = moving("never: { allow: ssh, from: any, except: 203.0.113.0/24 }");
    expect((await run("apply --yes")).code).toBe(0);
    expect((await run("plan --detailed-exitcode")).code).toBe(0);
  });

  it("do not keep drift from telling what differs", async () => {
    const { run } = moving("always: { allow: ssh, from: 203.0.113.7, in: web }");
    const { code, stdout } = await run("drift");
    expect(code).toBe(2);
    expect(stdout).toContain("      too open   tcp/22 from 203.0.113.7/32  e.g. tcp/22 from 203.0.113.7\n");
  });

  it("go with a plan into its file, and are checked again there", async () => {
    const { run, read, write, writesSince } = moving("never: { allow: ssh, from: any, except: 203.0.113.0/24 }");
    await run("plan --out plan.json");
    const text = read("plan.json");
    expect(JSON.parse(text).targets[0].guardrails).toMatchObject([{ kind: "never", place: { line: 8 } }]);
    write("plan.json", text.replaceAll("203.0.113.0/24", "203.0.113.7/32"));
    const { code, stderr } = await run("apply plan.json --yes --allow-interruption");
    expect(code).toBe(1);
    expect(stderr).toContain("error guardrail-broken: a guardrail (never) is broken in the group web");
    expect(writesSince(0)).toEqual([]);
    write("plan.json", text);
    expect((await run("apply plan.json --yes")).code).toBe(0);
  });

  it("are not broken by the way back either", async () => {
    const { run, writesSince } = moving("never: { allow: ssh, from: 203.0.113.7 }");
    expect((await run("apply --yes")).code).toBe(0);
    const count = writesSince(0).length;
    const { code, stderr } = await run("apply --rollback --yes");
    expect(code).toBe(1);
    expect(stderr).toContain("error guardrail-broken: a guardrail (never) is broken in the group web");
    expect(stderr).toContain("There is no way back for this group: write the rules that you want");
    expect(writesSince(0)).toHaveLength(count);
  });
});

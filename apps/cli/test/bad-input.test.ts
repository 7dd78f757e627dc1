import { describe, expect, it } from "vitest";
import { createHarness, type RunOptions } from "./support/harness.ts";
import { drifted, targets } from "./support/documents.ts";

const lux = (group: string): string => `${targets}  web: { on: lux, ${group} }\n`;

describe("bad documents", () => {
  it.each<[what: string, text: string, code: string, message: string]>([
    [
      "an unknown field",
      `${targets}  web: { on: lux, ingres: [] }\n`,
      "invalid-document",
      "did you mean ingress?\n  at secgroup.yaml:5:19\n",
    ],
    [
      "a bad CIDR",
      lux("ingress: [{ allow: ssh, from: 10.0.0.300 }]"),
      "invalid-document",
      "groups.web.ingress[0].from: ",
    ],
    [
      "host bits",
      lux("ingress: [{ allow: ssh, from: 10.0.0.1/8 }]"),
      "invalid-document",
      "write 10.0.0.0/8 for the network",
    ],
    [
      "a bad port",
      lux("ingress: [{ allow: tcp/70000, from: any }]"),
      "invalid-document",
      "groups.web.ingress[0].allow: ",
    ],
    [
      "a guardrail that its rules break",
      `${lux("ingress: [{ allow: ssh, from: any }]")}guardrails:\n  - never: { allow: ssh, from: any, except: 10.0.0.0/8 }\n`,
      "guardrail-broken",
      "tcp/22 from 198.51.100.7 would be allowed by ingress tcp/22 from any (IPv4), which step 1 of wave 1 adds\n  at secgroup.yaml:7:5 guardrails[0]\n  target lux, group web, rule ingress tcp/22 from any (IPv4)\n",
    ],
    ["YAML that is none", "targets: [", "invalid-document", "at secgroup.yaml:1:11\n"],
    [
      "a protocol that the cloud lacks",
      `${targets}  web: { on: fra, ingress: [{ allow: ospf, from: any }] }\n`,
      "unsupported",
      "it knows no protocol ospf",
    ],
    [
      "a remote group on IONOS",
      `${targets}  web: { on: fra, ingress: [{ allow: ssh, from: "group:web" }] }\n`,
      "unsupported",
      "at secgroup.yaml:5:29 groups.web.ingress[0]\n  target fra, group web, rule ingress tcp/22 from group:web (IPv4), field remote\n  hint: Change the rule, or place the group only on targets whose cloud can express it.\n",
    ],
    [
      "a name outside the pattern",
      `${targets}  "!web": { on: lux }\n`,
      "invalid-name",
      "target lux, group !web, field name\n",
    ],
    [
      "more rules than the limit",
      lux(
        `ingress: [${Array.from({ length: 251 }, (_, port) => `{ allow: tcp/${port + 1}, from: 0.0.0.0/0 }`).join(", ")}]`,
      ),
      "limit-exceeded",
      "the group would hold 251 rules, the most is 250",
    ],
    ["an id that is nowhere", lux("id: 00000000-0000-4000-8000-000000000000"), "not-found", "no group has the id"],
  ])("with %s are refused with code and place, and nothing is written", async (_what, text, code, message) => {
    const { run, write, writesSince } = createHarness();
    write("secgroup.yaml", text);
    const human = await run("apply --yes");
    expect(human.code).toBe(1);
    expect(human.stderr).toContain(`error ${code}: `);
    expect(human.stderr).toContain(message);
    const { error } = JSON.parse((await run("plan --json")).stdout);
    expect(error.code).toBe(code);
    expect(error.message).not.toBe("");
    expect(writesSince(0)).toEqual([]);
  });

  it("are shown with all their problems at once", async () => {
    const { run, write } = createHarness();
    write("secgroup.yaml", `${targets}  web: { on: nowhere, ingress: [{ allow: ssh }] }\n`);
    const { stderr } = await run("validate");
    expect(stderr.match(/^error invalid-document: /gm)).toHaveLength(2);
    expect(stderr).toMatch(/\n2 errors\n$/);
  });

  it("that are not there are an error that says what is looked for", async () => {
    const { run } = createHarness();
    expect((await run("plan")).stderr).toContain(
      "error usage: there is no secgroup.yaml, secgroup.yml, secgroup.json in this folder",
    );
    expect((await run("plan other.yaml")).stderr).toContain("error usage: other.yaml cannot be read");
  });
});

describe("groups that cannot be changed", () => {
  it("are refused: of the same name, in use, or of the provider", async () => {
    const { run, write, simulator } = createHarness();
    const { gcore } = simulator;
    const twins = [
      gcore.addGroup(1, 1, { name: "twin", rules: [] }),
      gcore.addGroup(1, 1, { name: "twin", rules: [] }),
    ];
    gcore.addInstance(1, 1, { name: "vm-1", groups: [gcore.addGroup(1, 1, { name: "used", rules: [] })] });
    gcore.addGroup(1, 1, { name: "owned", rules: [{ direction: "egress", ethertype: "IPv4", description: "system" }] });
    write(
      "secgroup.yaml",
      `${targets}  twin: { on: lux }\n  used: { on: lux, ensure: absent }\n  owned: { on: lux }\n`,
    );
    const { code, stdout, stderr } = await run("apply --yes --json");
    expect(code).toBe(1);
    const codes = JSON.parse(stdout).error.related.map(({ code }: { code: string }) => code);
    expect(codes.toSorted()).toEqual(["ambiguous-group", "group-in-use", "provider-owned"]);
    for (const id of twins) expect(stderr).toContain(id);
    expect(stderr).toContain("instance vm-1");
  });
});

describe("clouds that do not do as they should", () => {
  const answer =
    (status: number, body: string, headers: Record<string, string> = {}) =>
    async (): Promise<Response> =>
      new Response(body, { status, headers: { "content-type": "application/json", ...headers } });
  const secrets = { IONOS_TOKEN: "ionos-secret-1", GCORE_API_KEY: "gcore-secret-2" };

  it.each<[what: string, fetch: NonNullable<RunOptions["fetch"]>, code: string, message: string]>([
    ["401", answer(401, `{"message": "who are you, gcore-secret-2?"}`), "unauthorized", "GCORE_API_KEY"],
    [
      "403",
      answer(403, `{"exception_class": "Forbidden", "message": "no", "request_id": "r-1"}`),
      "forbidden",
      "request id r-1",
    ],
    [
      "404",
      answer(404, `{"exception_class": "NotFoundError", "message": "no such project"}`),
      "not-found",
      "no such project",
    ],
    ["an answer that is not JSON", answer(200, "<html>proxy</html>"), "unexpected-response", "<html>proxy</html>"],
    ["an answer that lacks a field", answer(200, `{"results": []}`), "unexpected-response", "count"],
    ["503", answer(503, "{}"), "unavailable", "503"],
    ["no answer", async () => Promise.reject(new TypeError("fetch failed")), "unreachable", "Gcore did not answer GET"],
  ])("are told apart: %s", async (_what, fetch, code, message) => {
    const { run, write } = createHarness();
    write("secgroup.yaml", lux("ingress: []"));
    const ran = await run("plan", {
      fetch,
      environment: { ...secrets, IONOS_DATACENTER_ID: "x", GCORE_CLOUD_PROJECT_ID: "1", GCORE_CLOUD_REGION_ID: "1" },
    });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toBe("");
    expect(ran.stderr).toContain(`error ${code}: `);
    expect(ran.stderr).toContain(message);
    expect(ran.stderr).toContain("target lux");
    expect(ran.stderr).not.toContain("gcore-secret-2");
    expect(ran.stderr).not.toMatch(/^ +at .*\(.*:\d+:\d+\)/m);
  });

  it("are not waited for when credentials are missing: each target is named at once", async () => {
    const { run, write } = createHarness();
    write("secgroup.yaml", drifted);
    const { stderr } = await run("plan", {
      environment: { IONOS_DATACENTER_ID: "x", GCORE_CLOUD_PROJECT_ID: "1", GCORE_CLOUD_REGION_ID: "1" },
    });
    expect(stderr.match(/^error missing-credentials: /gm)).toHaveLength(2);
    expect(stderr).toContain("target fra");
    expect(stderr).toContain("target lux");
  });

  it("say 422 in their own words, and the write counts as failed", async () => {
    const { run, write } = createHarness();
    write("secgroup.yaml", `${targets}  web: { on: fra, ingress: [{ allow: ssh, from: any }] }\n`);
    const refuse = answer(
      422,
      `{"httpStatus": 422, "messages": [{"errorCode": "100", "message": "[(root).properties.name] must be nicer"}]}`,
    );
    const { code, stdout, stderr } = await run("apply --yes", {
      fetch: (request, fetch) => (request.method === "POST" ? refuse() : fetch(request)),
    });
    expect(code).toBe(1);
    // Without its rules it was refused as well.
    expect(stdout).toContain("    failed    web: create the group with 0 rules\n");
    expect(stderr).toContain("error rejected: ");
    expect(stderr).toContain("[(root).properties.name] must be nicer");
    expect(stderr).toContain("IONOS Cloud: answer 422 100, to POST /cloudapi/v6/datacenters/");
  });

  it("never end an operation: after the deadline its outcome is unknown", async () => {
    const { run, write, simulator } = createHarness();
    write("secgroup.yaml", `${targets}  web: { on: fra, ingress: [{ allow: ssh, from: any }] }\n`);
    simulator.ionos.holdRequests(true);
    const { code, stdout, stderr } = await run("apply --yes");
    expect(code).toBe(1);
    expect(stdout).toContain("✗ fra  not as planned: 1 unknown\n    unknown   web: create the group with 2 rules\n");
    expect(stderr).toContain("error operation-timeout: ");
  });
});

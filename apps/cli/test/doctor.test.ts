import { describe, expect, it } from "vitest";
import { canary } from "./support/canary.ts";
import { drifted, targets } from "./support/documents.ts";
import { canaryEnvironment, createHarness, type RunOptions } from "./support/harness.ts";

const datacenter = "5ec90000-0000-4000-8000-000000000001";
const rule = { type: "INGRESS", protocol: "TCP", ipVersion: "IPv4" } as const;
const rules = (number: number) =>
  Array.from({ length: number }, (_, port) => ({ ...rule, portRangeStart: port + 1, portRangeEnd: port + 1 }));

/** One line of the report: `ok credentials IONOS_TOKEN accepted`. */
function linesOf(stdout: string): readonly string[] {
  return stdout.split("\n").map((line) => line.trim().replaceAll(/ {2,}/g, " | "));
}

const failing =
  (code: string): NonNullable<RunOptions["fetch"]> =>
  async () => {
    const cause = Object.assign(new Error(`getaddrinfo ${code}`), { code });
    throw new TypeError("fetch failed", { cause });
  };

describe("secgroup doctor", () => {
  it("says of each target what was looked at, in a few reads", async () => {
    const { run, write, simulator } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { code, stdout, stderr } = await run("doctor");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`  ok       document      secgroup.yaml is valid: 2 targets and 3 groups

fra  IONOS Cloud, datacenter ${datacenter}
  ok       credentials   IONOS_TOKEN accepted
  ok       reachable     simulator.example answered in 0 ms
  ok       read rights   2 groups read, nothing under way
  unknown  write rights  IONOS Cloud tells them only to a write
                         The contract's owner and administrators may; others need edit rights on the virtual datacenter, and the privilege createNetworkSecurityGroups to create groups.
  ok       clock         within 2 s of the cloud's
  ok       limits        2 of 200 groups; web has 7 of 100 rules
  ok       call rate     1199 calls left, 1200 a minute on the average, 20 at once

lux  Gcore, project 1, region 1
  ok       credentials   GCORE_API_KEY accepted
  ok       reachable     simulator.example answered in 0 ms
  ok       read rights   1 group read, nothing under way
  unknown  write rights  Gcore tells them only to a write
                         The token's user needs the role Project User or Project Administrator in the project, or Client Administrator of the account.
  ok       clock         within 2 s of the cloud's
  ok       limits        1 group; web has 8 of 250 rules
  unknown  call rate     the cloud tells no limit of calls

✓ nothing failed, 3 unknown
`);
    // IONOS: groups, requests that wait, requests that run, contracts. Gcore: groups, tasks.
    expect(simulator.requests).toHaveLength(6);
    expect(simulator.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  });

  it("looks at what the environment names where there is no document", async () => {
    const { run } = createHarness({ seed: true });
    const { code, stdout } = await run("doctor");
    expect(code).toBe(0);
    expect(linesOf(stdout)).toContain("unknown | document | there is none in this folder");
    expect(stdout).toContain(`\nionos  IONOS Cloud, datacenter ${datacenter}\n`);
    expect(stdout).toContain("\ngcore  Gcore, project 1, region 1\n");
    const { IONOS_DATACENTER_ID: _, GCORE_CLOUD_REGION_ID: __, ...environment } = canaryEnvironment;
    const nowhere = await run("doctor", { environment });
    expect(nowhere).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("and the environment names no place"),
    });
  });

  it("says what is wrong with the document, and goes on with what the environment names", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", `${targets}  web: { on: nowhere }\n  db: { on: fra, ingres: [] }\n`);
    const { code, stdout } = await run("doctor");
    expect(code).toBe(1);
    expect(stdout).toContain('failed   document      secgroup.yaml:5:14 groups.web.on: "nowhere" is not a target');
    expect(stdout).toContain("secgroup.yaml:6:18 groups.db.ingres: is not a known field");
    expect(linesOf(stdout)).toContain("ok | credentials | IONOS_TOKEN accepted");
  });

  it("is there as JSON, with the rules of every group beside the limits", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { code, stdout } = await run("doctor --json");
    expect(code).toBe(0);
    const { ok, targets: examined } = JSON.parse(stdout);
    expect(ok).toBe(true);
    expect(examined[0]).toMatchObject({
      target: "fra",
      cloud: "ionos",
      location: { datacenter },
      usage: {
        rulesPerGroup: 100,
        groupsPerTarget: 200,
        groups: [
          { name: "web", rules: 7 },
          { name: "retired", rules: 2 },
        ],
      },
    });
    expect(examined[1].findings).toContainEqual({
      check: "credentials",
      status: "ok",
      message: "GCORE_API_KEY accepted",
    });
  });
});

describe("credentials", () => {
  it("that are missing are named", async () => {
    const { run } = createHarness();
    const { IONOS_TOKEN: _, IONOS_USERNAME: __, GCORE_API_KEY: ___, ...environment } = canaryEnvironment;
    const { code, stdout } = await run("doctor", { environment });
    expect(code).toBe(1);
    expect(stdout).toContain(
      "failed   credentials   There are no credentials for IONOS Cloud: IONOS_USERNAME is not set",
    );
    expect(stdout).toContain("failed   credentials   Gcore cannot be reached: GCORE_API_KEY is not set");
  });

  it("that a cloud does not accept are failed, and the cloud is reachable", async () => {
    const { run } = createHarness();
    const environment = { ...canaryEnvironment, IONOS_TOKEN: "an-old-one", GCORE_API_KEY: "an-old-one" };
    const { code, stdout } = await run("doctor", { environment });
    expect(code).toBe(1);
    expect(stdout.match(/failed {3}credentials {3}\S+.* answered 401/g)).toHaveLength(2);
    expect(stdout).toContain("Tokens expire");
    expect(stdout).toContain("ok       reachable     simulator.example answered");
    expect(stdout).not.toContain("read rights");
  });

  it("are shown by name only, whoever says them back", async () => {
    const { run } = createHarness();
    const text = (url: string) =>
      JSON.stringify({ message: `you sent ${url.includes("/cloudapi/") ? canary.token : canary.apiKey}` });
    // The harness searches every output for them.
    const { code, stdout } = await run("doctor --json", {
      fetch: async ({ url }) => new Response(text(url), { status: 403 }),
    });
    expect(code).toBe(1);
    expect(stdout.match(/you sent \*\*\*/g)).toHaveLength(2);
  });
});

describe("rights", () => {
  it("that a 403 denies are explained with the role or privilege that is needed", async () => {
    const { run, simulator } = createHarness();
    simulator.ionos.refuseNextCall({ status: 403 });
    simulator.gcore.refuseNextCall({ status: 403 });
    const { code, stdout } = await run("doctor");
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /failed {3}read rights {3}IONOS Cloud answered 403 [^\n]*\n +The user must be the contract's owner or an administrator, or have edit rights on the virtual data center/,
    );
    expect(stdout).toMatch(
      /failed {3}read rights {3}Gcore answered 403 [^\n]*\n +The token's user needs the role Project User or Project Administrator/,
    );
    expect(linesOf(stdout)).toContain("ok | credentials | IONOS_TOKEN accepted");
  });

  it("are failed for what cannot be read of what is under way, though the groups can; IONOS groups tell it themselves", async () => {
    const { run } = createHarness();
    const { code, stdout } = await run("doctor", {
      fetch: async (request, cloud) =>
        /\/(requests|tasks)/.test(request.url) ? new Response("{}", { status: 403 }) : cloud(request),
    });
    expect(code).toBe(1);
    expect(stdout).toContain("ok       read rights   0 groups read, nothing under way");
    expect(stdout).toContain(
      "failed   read rights   0 groups read, but not what is under way: Gcore answered 403 to GET /cloud/v1/tasks",
    );
    expect(stdout).toContain("ok       limits");
  });

  it("are failed for a place that is not there, or that the credentials cannot see", async () => {
    const { run } = createHarness();
    const environment = { ...canaryEnvironment, IONOS_DATACENTER_ID: "5ec90000-0000-4000-8000-00000000000f" };
    const { code, stdout } = await run("doctor", { environment });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /failed {3}read rights {3}IONOS Cloud answered 404 [^\n]*\n +Check the ids, the datacenter's first/,
    );
  });
});

describe("the way to a cloud", () => {
  it.each([
    ["ENOTFOUND", "DNS knows no such host"],
    ["EAI_AGAIN", "DNS did not answer"],
    ["ECONNREFUSED", "the connection was refused"],
    ["UND_ERR_CONNECT_TIMEOUT", "nobody took the connection in time"],
    ["CERT_HAS_EXPIRED", "TLS: its certificate has expired"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "TLS: its certificate is of an unknown authority"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "TLS: its certificate is for another host"],
    ["E_NEW", "getaddrinfo E_NEW, E_NEW"],
  ])("that ends with %s is said in words", async (code, words) => {
    const { run } = createHarness();
    const ran = await run("doctor", { fetch: failing(code) });
    expect(ran.code).toBe(1);
    expect(linesOf(ran.stdout).filter((line) => line.startsWith("failed"))).toEqual([
      `failed | reachable | simulator.example: ${words}`,
      `failed | reachable | simulator.example: ${words}`,
    ]);
    expect(linesOf(ran.stdout)).toContain("unknown | credentials | IONOS_TOKEN set, but not tried");
  });

  it("names the proxy's variable, never its value, and says when Node does not use it", async () => {
    const { run } = createHarness();
    const proxied = { ...canaryEnvironment, HTTPS_PROXY: `http://me:${canary.password}@proxy.example` };
    const unused = await run("doctor", { fetch: failing("ECONNREFUSED"), environment: proxied });
    expect(unused.stdout).toContain("HTTPS_PROXY is set, but Node uses it only with NODE_USE_ENV_PROXY=1");
    const environment = { ...proxied, NODE_USE_ENV_PROXY: "1" };
    const used = await run("doctor", { fetch: failing("ECONNREFUSED"), environment });
    expect(used.stdout).toContain("The way leads over the proxy in HTTPS_PROXY");
  });

  it("is failed where something else answers", async () => {
    const { run } = createHarness();
    const { code, stdout } = await run("doctor", { fetch: async () => new Response("<html>sign in</html>") });
    expect(code).toBe(1);
    expect(stdout).toMatch(/failed {3}reachable {5}Gcore's answer .*<html>sign in/);
  });

  it("is not tried with an address that cannot be one", async () => {
    const { run, simulator } = createHarness();
    const environment = { ...canaryEnvironment, GCORE_BASE_URL: "http://api.example" };
    const { code, stdout } = await run("doctor", { environment });
    expect(code).toBe(1);
    expect(stdout).toContain("failed   settings      The base URL of Gcore's API is http://api.example");
    expect(simulator.requests.every(({ path }) => path.startsWith("/cloudapi/"))).toBe(true);
  });

  it("ends with 130 when it is interrupted", async () => {
    const { run } = createHarness();
    const { code, stderr } = await run("doctor", { signal: AbortSignal.abort() });
    expect({ code, stderr }).toEqual({
      code: 130,
      stderr:
        "error aborted: Aborted before the request was sent.\n  hint: Nothing more is sent; start again when you like.\n",
    });
  });
});

describe("the clock", () => {
  const dated =
    (offMs: number, { clock }: ReturnType<typeof createHarness>): NonNullable<RunOptions["fetch"]> =>
    async (request, cloud) => {
      const response = await cloud(request);
      response.headers.set("Date", new Date(clock.now() - offMs).toUTCString());
      return response;
    };

  it.each([
    [59_000, "ok | clock | within 59 s of the cloud's"],
    [125_000, "warning | clock | this machine's clock is 2 min 5 s ahead of the cloud's"],
    [-60_000, "warning | clock | this machine's clock is 1 min 0 s behind the cloud's"],
  ])("that is %i ms off", async (offMs, line) => {
    const harness = createHarness();
    const { code, stdout } = await harness.run("doctor", { fetch: dated(offMs, harness) });
    expect(code).toBe(0);
    expect(linesOf(stdout).filter((one) => one === line)).toHaveLength(2);
  });

  it("is unknown where the answer has no date", async () => {
    const { run } = createHarness();
    const { stdout } = await run("doctor", {
      fetch: async (request, cloud) => {
        const response = await cloud(request);
        response.headers.delete("Date");
        return response;
      },
    });
    expect(linesOf(stdout)).toContain("unknown | clock | the cloud's answer has no date");
  });
});

describe("limits", () => {
  it("are a warning from nine tenths on, for each group and for the number of groups", async () => {
    const harness = createHarness({ ionos: { limits: { securityGroupsPerVdc: 3, rulesPerSecurityGroup: 20 } } });
    for (const [name, number] of [
      ["full", 20],
      ["nearly", 18],
      ["roomy", 17],
    ] as const) {
      harness.simulator.ionos.addGroup(datacenter, { name, rules: rules(number) });
    }
    const { code, stdout } = await harness.run("doctor");
    expect(code).toBe(0);
    expect(linesOf(stdout)).toContain(
      "warning | limits | 3 of 3 groups; full has 20 of 20 rules and nearly has 18 of 20 rules",
    );
    expect(stdout).toContain("✓ nothing failed, 1 warning, ");
  });

  it("are the documented ones, and said to be, where the account's cannot be read", async () => {
    const { run } = createHarness({ seed: true });
    const { code, stdout } = await run("doctor", {
      fetch: async (request, cloud) =>
        request.url.includes("/contracts") ? new Response("{}", { status: 500 }) : cloud(request),
    });
    expect(code).toBe(0);
    expect(stdout).toContain(
      "unknown  limits        2 of 200 groups; web has 7 of 100 rules, by the documented limits: IONOS Cloud answered 500",
    );
  });

  it("of calls are a warning when little is left, and failed when calls are refused", async () => {
    const low = createHarness({ ionos: { rateLimit: { remaining: 5 } } });
    expect(linesOf((await low.run("doctor")).stdout)).toContain(
      "warning | call rate | 5 calls left, 1200 a minute on the average, 20 at once",
    );
    const { run, simulator } = createHarness();
    simulator.gcore.refuseNextCall({ status: 429, retryAfter: "30" });
    const { code, stdout } = await run("doctor");
    expect(code).toBe(1);
    expect(linesOf(stdout)).toContain("failed | call rate | the cloud refuses calls for now; it asks to wait 30 s");
  });

  it("of calls are not waited for, also where several targets share an account", async () => {
    const { run, write, simulator, clock } = createHarness();
    simulator.ionos.addDatacenter({ id: "dc-2", name: "Second" });
    const [one, two] = [`{ cloud: ionos, datacenter: ${datacenter} }`, "{ cloud: ionos, datacenter: dc-2 }"];
    write("secgroup.yaml", `targets: { one: ${one}, two: ${two} }\n`);
    simulator.ionos.refuseNextCall({ status: 429, retryAfter: "3600" });
    const start = clock.now();
    const { code, stdout } = await run("doctor");
    expect(code).toBe(1);
    expect(clock.now() - start).toBeLessThan(30_000);
    expect(stdout.match(/failed {3}call rate/g)?.length).toBeGreaterThan(0);
    expect(stdout).not.toContain("the cloud answered");
  });
});

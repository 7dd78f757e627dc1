import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import {
  createSimulator,
  serveSimulator,
  type ServedSimulator,
  type Simulator,
  type SimulatorOptions,
} from "@secgroup/simulator";
import { afterEach, describe, expect, it } from "vitest";
import type { CheckedCase, CheckReport, ProviderName } from "../../src/check-report.ts";
import { checkLive, type LiveOptions } from "../../src/live/check-live.ts";
import { ownPacts, readPacts } from "../../src/pact-file.ts";
import { providers } from "../../src/provider.ts";

const pacts = await readPacts(ownPacts);
const rule = { protocol: "TCP", portRangeStart: 22, portRangeEnd: 22 } as const;

let served: ServedSimulator | undefined;
afterEach(() => served?.close());

interface World {
  readonly simulator: Simulator;
  readonly check: (
    options?: Partial<LiveOptions>,
    document?: (own: OpenApiDocument) => OpenApiDocument,
  ) => Promise<Pick<CheckReport, "cases" | "skipped">>;
}

/** Both clouds, listening, with one group of somebody else in each; work is done as soon as it is looked at. */
async function world(
  name: ProviderName,
  options: Pick<SimulatorOptions, "ionos" | "gcore"> = {},
  meanwhile: (request: Request) => void = () => undefined,
): Promise<World> {
  const simulator = createSimulator({
    ionos: { queuedMs: 0, runningMs: 0, ...options.ionos },
    gcore: { newMs: 0, runningMs: 0, ...options.gcore },
  });
  simulator.ionos.addDatacenter({ id: "dc", name: "frankfurt" });
  simulator.ionos.addGroup("dc", { name: "foreign", rules: [rule] });
  simulator.gcore.addProject({ projectId: 7, regionId: 8 });
  simulator.gcore.addGroup(7, 8, { name: "foreign", rules: [] });
  const fetch: Simulator["fetch"] = (request) => {
    meanwhile(request);
    return simulator.fetch(request);
  };
  const server = await serveSimulator({ ...simulator, fetch }, { port: 0 });
  served = server;
  const provider = providers.find((each) => each.name === name);
  if (provider === undefined) throw new Error(name);
  const environment = {
    IONOS_TOKEN: "simulator-token",
    IONOS_DATACENTER_ID: "dc",
    GCORE_API_KEY: "simulator-key",
    GCORE_CLOUD_PROJECT_ID: "7",
    GCORE_CLOUD_REGION_ID: "8",
  };
  return {
    simulator,
    check: (more, change = (own) => own) =>
      checkLive(
        provider,
        change(provider.document),
        pacts.filter((pact) => pact.provider === provider.pactName),
        { environment, baseUrl: server.url, pauseMs: 1, ...more },
      ),
  };
}

const problemsOf = (cases: readonly CheckedCase[]): readonly string[] =>
  cases.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`));
const quirksOf = (cases: readonly CheckedCase[]): readonly string[] =>
  cases.filter(({ name }) => name.startsWith("open question")).flatMap(({ notes = [] }) => notes);
const groupsOf = (
  { ionos, gcore }: Simulator,
  name: ProviderName,
): readonly { readonly id: string; readonly name: string }[] =>
  name === "ionos" ? ionos.groups("dc") : gcore.groups(7, 8);

describe.each<ProviderName>(["ionos", "gcore"])("the live check of %s", (name) => {
  it("only reads, and finds nothing wrong, when not told to write", async () => {
    const { simulator, check } = await world(name);
    const { cases } = await check();
    expect(problemsOf(cases)).toEqual([]);
    expect(new Set(simulator.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
    expect(simulator.requests.length).toBeGreaterThan(4);
  });

  it("writes in a group of its own, which is gone afterwards", async () => {
    const { simulator, check } = await world(name);
    const before = groupsOf(simulator, name);
    const { cases } = await check({ write: true });
    expect(problemsOf(cases)).toEqual([]);
    expect(groupsOf(simulator, name)).toEqual(before);
    const foreign = before[0]?.id ?? "";
    const writes = simulator.requests.filter(({ method }) => method !== "GET");
    expect(writes.length).toBeGreaterThan(10);
    expect(writes.filter(({ path }) => path.includes(foreign))).toEqual([]);
  });

  it("deletes its group also when a write goes wrong, and keeps what it found before", async () => {
    const { simulator, check } = await world(name, {}, ({ method }) => {
      if (method !== "PATCH") return;
      simulator.ionos.failNextRequest("no capacity");
      simulator.gcore.failNextTask("no capacity");
    });
    const { cases } = await check({ write: true });
    expect(problemsOf(cases)).toEqual([expect.stringMatching(/^the check itself: .*no capacity/)]);
    expect(cases.length).toBeGreaterThan(5);
    expect(groupsOf(simulator, name).map((group) => group.name)).toEqual(["foreign"]);
  });

  it("is skipped in a plain line without credentials", async () => {
    const { simulator, check } = await world(name);
    const { cases, skipped } = await check({ environment: {} });
    expect(cases).toEqual([]);
    expect(skipped).toContain(name === "ionos" ? "IONOS_TOKEN" : "GCORE_API_KEY");
    expect(simulator.requests).toEqual([]);
  });

  it("finds a field of another type, and notes one that the document does not know", async () => {
    const { check } = await world(name);
    const field = name === "ionos" ? "createdByUserId" : "revision_number";
    const edit = (pattern: RegExp, text: string) => (own: OpenApiDocument) =>
      JSON.parse(JSON.stringify(own).replaceAll(pattern, text));
    const retyped = await check({}, edit(new RegExp(`"${field}":\\{`, "g"), `"${field}":{"enum":["else"],`));
    expect(problemsOf(retyped.cases).join("\n")).toContain(field);
    const renamed = await check({}, edit(new RegExp(`"${field}"`, "g"), '"renamed"'));
    expect(problemsOf(renamed.cases)).toEqual([]);
    expect(renamed.cases.flatMap(({ notes = [] }) => notes).join("\n")).toContain("additional propert");
  });

  it("says which credentials were refused and never shows them", async () => {
    const { check } = await world(name);
    const environment = {
      IONOS_TOKEN: "very-secret",
      IONOS_DATACENTER_ID: "dc",
      GCORE_API_KEY: "very-secret",
      GCORE_CLOUD_PROJECT_ID: "7",
      GCORE_CLOUD_REGION_ID: "8",
    };
    const refused = JSON.stringify(await check({ environment }));
    expect(refused).toContain("answered 401");
    expect(refused).not.toContain("very-secret");
  });
});

it("the live check of gcore asks of the account's own project, in queries too", async () => {
  const { simulator, check } = await world("gcore");
  await check();
  const places = simulator.requests.map(({ path }) => new URLSearchParams(path.split("?")[1]).get("project_id"));
  expect(new Set(places)).toEqual(new Set([null, "7"]));
});

it("the live check of ionos changes rules that are as the pact wants them", async () => {
  const sent: Promise<readonly [string, string]>[] = [];
  const { check } = await world("ionos", {}, (request) => {
    const { method, url } = request;
    if (method !== "GET" && url.includes("/rules"))
      sent.push(
        request
          .clone()
          .text()
          .then((body) => [method, body]),
      );
  });
  const { cases } = await check({ write: true });
  const calls = await Promise.all(sent);
  const updates = calls.flatMap(([method, body], index) =>
    method === "PATCH" ? [{ body, standing: calls[index - 1], after: calls[index + 1]?.[0] }] : [],
  );
  expect(updates).toHaveLength(
    cases.filter(({ name }) => name.startsWith("datacentersSecuritygroupsRulesPatch")).length,
  );
  expect(updates.length).toBeGreaterThan(10);
  for (const { body, standing, after } of updates) {
    expect([standing?.[0], after]).toEqual(["POST", "DELETE"]);
    expect(standing?.[1]).toContain(body.includes("icmp") ? '"ICMP"' : '"TCP"');
  }
});

describe("open questions are answered as quirks", () => {
  it("of IONOS, as documented", async () => {
    const { check } = await world("ionos");
    const { cases } = await check({ write: true });
    expect(quirksOf(cases)).toEqual([
      "the simulator's quirk for it is listRulesDepth: 3",
      'the simulator\'s quirk for it is duplicateRules: "accepted"',
      'the simulator\'s quirk for it is hostBits: "kept"',
      'the simulator\'s quirk for it is putWithRules: "ignored"',
      "the simulator's quirk for it is rulePostStatus: 202",
      'the simulator\'s quirk for it is locationHeader: "always"',
    ]);
  });

  it("of IONOS, otherwise", async () => {
    const quirks = {
      listRulesDepth: 4,
      duplicateRules: "409",
      hostBits: "masked",
      putWithRules: "replaces",
      rulePostStatus: 200,
      locationHeader: "as-documented",
    } as const;
    const { check } = await world("ionos", { ionos: { quirks } });
    const { cases } = await check({ write: true });
    expect(quirksOf(cases)).toEqual(
      Object.entries(quirks).map(
        ([quirk, value]) => `the simulator's quirk for it is ${quirk}: ${JSON.stringify(value)}`,
      ),
    );
  });

  it.each([
    {
      tasksPerPatch: "one",
      ruleComparison: "normalized-with-description",
      patchOrder: "add-first",
      hostBits: "rejected",
    },
    { tasksPerPatch: "one-per-field", ruleComparison: "literal", patchOrder: "delete-first", hostBits: "masked" },
  ] as const)("of Gcore: %o", async (quirks) => {
    const { check } = await world("gcore", { gcore: { quirks } });
    const { cases } = await check({ write: true });
    expect(quirksOf(cases)).toEqual(
      Object.entries(quirks).map(
        ([quirk, value]) => `the simulator's quirk for it is ${quirk}: ${JSON.stringify(value)}`,
      ),
    );
  });

  it("of Gcore, as far as they can be", async () => {
    const { check } = await world("gcore", { gcore: { quirks: { ruleComparison: "normalized" } } });
    const notes = quirksOf((await check({ write: true })).cases);
    expect(notes).toContain('the simulator\'s quirk for it is ruleComparison: "normalized"');
    expect(notes).toContain("not answered");
  });
});

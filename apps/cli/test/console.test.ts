import type { ConsoleEvent, ConsoleState } from "@secgroup/console";
import { describe, expect, it } from "vitest";
import { createConsoleApp } from "../src/console/console-app.ts";
import { createConsoleSession, type ConsoleSession } from "../src/console/console-session.ts";
import { canary } from "./support/canary.ts";
import { drifted } from "./support/documents.ts";
import { createHarness, type Harness, type RunOptions } from "./support/harness.ts";

function start(
  document = drifted,
  options: RunOptions = {},
): { readonly harness: Harness; readonly session: ConsoleSession } {
  const harness = createHarness({ seed: true });
  harness.write("secgroup.yaml", document);
  return { harness, session: createConsoleSession(undefined, harness.openContext(options)) };
}

async function planned(session: ConsoleSession): Promise<Extract<ConsoleState, { readonly kind: "planned" }>> {
  const state = await session.plan();
  if (state.kind !== "planned") throw new Error(`there is no plan: ${JSON.stringify(state)}`);
  return state;
}

describe("the console's session", () => {
  it("plans, applies what was looked at, tells all that happens, and plans nothing afterwards", async () => {
    const { harness, session } = start();
    const { number, isEmpty, report } = await planned(session);
    expect(isEmpty).toBe(false);
    expect(report.targets.map(({ plan }) => plan.target)).toEqual(["fra", "lux"]);
    const events: ConsoleEvent[] = [];
    session.follow((event) => void events.push(event));
    session.apply(number);
    expect(await session.plan()).toEqual({ kind: "applying" });
    await session.ended();
    expect(events.filter(({ kind }) => kind === "result")).toEqual([
      { kind: "result", target: "fra" },
      { kind: "result", target: "lux" },
    ]);
    expect(events.filter(({ kind }) => kind === "step-ended")).toHaveLength(7);
    expect(events.at(-1)).toEqual({ kind: "ended", at: harness.clock.now() });
    const late: ConsoleEvent[] = [];
    session.follow((event) => void late.push(event))();
    expect(late).toEqual(events);
    expect((await planned(session)).isEmpty).toBe(true);
    expect(harness.read("secgroup.yaml.journal")).toContain('"kind":"ended-all"');
  });

  it("applies no plan but the last that was made, and none twice", async () => {
    const { harness, session } = start();
    const { number } = await planned(session);
    const next = await planned(session);
    expect(() => session.apply(number)).toThrow("another plan has been made since");
    session.apply(next.number);
    expect(() => session.apply(next.number)).toThrow("an apply is running already");
    await session.ended();
    const count = harness.writesSince(0).length;
    expect(() => session.apply(next.number)).toThrow("another plan has been made since");
    expect(harness.writesSince(0)).toHaveLength(count);
  });

  it("refuses what somebody else changed meanwhile", async () => {
    const { harness, session } = start();
    const { number } = await planned(session);
    const [web] = harness.simulator.gcore.groups(1, 1);
    if (web === undefined) throw new Error("there is no group");
    harness.simulator.gcore.editRules(web.id, (rules) => rules.slice(1));
    const events: ConsoleEvent[] = [];
    session.follow((event) => void events.push(event));
    session.apply(number);
    await session.ended();
    expect(events).toEqual([
      {
        kind: "refused",
        problems: [expect.objectContaining({ text: expect.stringContaining("changed since the plan was made") })],
      },
      { kind: "ended", at: expect.any(Number) },
    ]);
    expect(harness.writesSince(0)).toEqual([]);
  });

  it("says of an apply that was stopped what is unknown, and how to go on", async () => {
    const interrupt = new AbortController();
    const { harness, session } = start(drifted, { signal: interrupt.signal });
    const { number } = await planned(session);
    harness.simulator.gcore.holdTasks(true);
    harness.simulator.ionos.holdRequests(true);
    const begin = harness.clock.now();
    harness.clock.onSleep(() => harness.clock.now() - begin > 60_000 && interrupt.abort());
    const events: ConsoleEvent[] = [];
    session.follow((event) => void events.push(event));
    session.apply(number);
    await session.ended();
    const problem = { text: "stopped on request", details: [], hint: expect.stringContaining("apply --resume") };
    expect(events.find((event) => event.kind === "result" && event.target === "lux")).toEqual({
      kind: "result",
      target: "lux",
      broken: { steps: "2 unknown and 1 not done", problems: [problem] },
    });
  });

  it("says what is wrong with the document, and plans once it is right", async () => {
    const { harness, session } = start(`${drifted}grps: {}\nrules: {}\n`);
    const hint = expect.stringContaining("Correct the document there");
    const details = [expect.stringMatching(/^at .*secgroup\.yaml:\d+:1$/)];
    expect(await session.plan()).toEqual({
      kind: "failed",
      problems: [
        { text: expect.stringMatching(/^grps: is not a known field/), details },
        { text: expect.stringMatching(/^rules: is not a known field/), details, hint },
      ],
    });
    harness.write("secgroup.yaml", drifted);
    expect((await planned(session)).isEmpty).toBe(false);
  });
});

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

describe("the console over HTTP", () => {
  const host = "127.0.0.1:4242";
  const token = "a-token";
  const { session } = start();
  const app = createConsoleApp({ session, page: "<!doctype html>", token, host });
  const ask = async (path: string, { headers, ...options }: Asked = {}): Promise<Response> =>
    app.request(`http://${host}${path}`, { ...options, headers: { Host: host, ...headers } });

  it.each<[what: string, path: string, options: Asked]>([
    ["without the token", "/", {}],
    ["with another token", "/a-tokem/plan", {}],
    ["with a shorter token", "/a-toke/plan", {}],
    ["for another host, whose name may lead here", `/${token}/plan`, { headers: { Host: "evil.example" } }],
    [
      "from a page of another origin",
      `/${token}/apply`,
      { method: "POST", headers: { Origin: "https://evil.example" } },
    ],
    ["that does not say where it is from", `/${token}/apply`, { method: "POST" }],
  ])("answers no request %s", async (_what, path, options) => {
    const answer = await ask(path, options);
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain(token);
  });

  it("serves the page, which nobody may frame or keep, and the plan, in which no credential stands", async () => {
    const page = await ask(`/${token}/`);
    expect(await page.text()).toBe("<!doctype html>");
    expect(Object.fromEntries(page.headers)).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-frame-options": "DENY",
    });
    const plan = await (await ask(`/${token}/plan`)).text();
    expect(plan).toContain('"kind":"planned"');
    for (const secret of Object.values(canary)) expect(plan).not.toContain(secret);
  });

  it.each([
    ["that is no JSON", "nonsense", 400],
    ["that names no plan", "{}", 400],
    ["for a plan that is not the last", JSON.stringify({ number: 99 }), 409],
  ])("refuses an apply %s", async (_what, body, status) => {
    const headers = { Origin: `http://${host}`, "Content-Type": "application/json" };
    expect((await ask(`/${token}/apply`, { method: "POST", headers, body })).status).toBe(status);
  });
});

describe("secgroup ui", () => {
  it("prints an address of this machine with a long token, and ends when it is interrupted", async () => {
    const harness = createHarness({ seed: true });
    harness.write("secgroup.yaml", drifted);
    const interrupt = new AbortController();
    const running = harness.run("ui", { signal: interrupt.signal });
    setTimeout(() => interrupt.abort(), 50);
    const { code, stdout } = await running;
    expect(code).toBe(0);
    expect(stdout).toMatch(/^.*secgroup\.yaml: http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/\n/);
  });

  it("says when there is no document, before it serves anything", async () => {
    const { code, stderr } = await createHarness().run("ui");
    expect(code).toBe(1);
    expect(stderr).toContain("error usage: there is no secgroup.yaml");
  });
});

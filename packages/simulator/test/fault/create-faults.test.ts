import { describe, expect, it } from "vitest";
import { faultNames, type PlannedFault } from "../../src/index.ts";
import { faultStatuses, lateFaultStatuses, type FaultyRetryAfter } from "../../src/fault/fault.ts";
import { createFaultyWorld, datacenterId } from "./faulty-world.ts";

const groups = `/datacenters/${datacenterId}/securitygroups`;
const later = 10_000;

const codeOf = (error: unknown): unknown =>
  error instanceof TypeError && error.cause instanceof Error && "code" in error.cause ? error.cause.code : error;
const failed = (answer: Promise<Response>): Promise<unknown> =>
  answer.then(
    () => "answered",
    (error: unknown) => codeOf(error),
  );

describe("a connection", () => {
  it.each([
    { fault: "refused", code: "ECONNREFUSED", ports: [80] },
    { fault: "reset-before", code: "ECONNRESET", ports: [80] },
    { fault: "reset-after", code: "ECONNRESET", ports: [80, 443] },
  ] as const)("that is $fault rejects as fetch does, and leaves what it leaves", async ({ fault, code, ports }) => {
    const world = createFaultyWorld([{ fault, at: 1 }]);
    expect(await failed(world.addRule(443))).toBe(code);
    await world.time.run(() => world.time.sleep(later));
    expect(world.ports()).toEqual(ports);
    // Only once.
    expect((await world.ionos("GET", groups)).status).toBe(200);
  });
});

describe("an answer", () => {
  it("is cut in the middle and ends there", async () => {
    const world = createFaultyWorld([{ fault: "truncated-body", at: 2 }]);
    const whole = await (await world.ionos("GET", groups)).text();
    const answer = await world.ionos("GET", groups);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(whole.slice(0, Math.ceil(whole.length / 2)));
  });

  it("breaks off in the middle", async () => {
    const world = createFaultyWorld([{ fault: "broken-body", at: 1 }]);
    const answer = await world.ionos("GET", groups);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow("terminated");
  });

  it("without a body has none to cut", async () => {
    const world = createFaultyWorld(
      (["truncated-body", "not-json", "broken-body"] as const).map((fault, index) => ({ fault, at: index + 1 })),
    );
    const remove = (): Promise<Response> =>
      world.gcore(
        "DELETE",
        `/v1/securitygroups/1/1/${world.simulator.gcore.addGroup(1, 1, { name: "old", rules: [] })}`,
      );
    for (let call = 0; call < 3; call++) {
      const answer = await remove();
      expect([answer.status, await answer.text()]).toEqual([204, ""]);
    }
  });

  it("is a page for people, with the cloud's own status", async () => {
    const world = createFaultyWorld([{ fault: "not-json", at: 1 }]);
    const answer = await world.addRule(443);
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([202, "text/html"]);
    expect(await answer.text()).toContain("<html>");
    await world.time.run(() => world.time.sleep(later));
    expect(world.ports()).toEqual([80, 443]);
  });

  it("is slow, and an abort does not wait for it", async () => {
    const world = createFaultyWorld([
      { fault: "slow", seconds: 40, at: 1 },
      { fault: "slow", seconds: 40, at: 2 },
    ]);
    const start = world.time.now();
    expect((await world.ionos("GET", groups)).status).toBe(200);
    expect(world.time.now() - start).toBe(40_000);
    const stop = new AbortController();
    const reason = new Error("enough");
    const [outcome] = await Promise.allSettled([
      Promise.all([
        world.ionos("GET", groups, undefined, stop.signal),
        world.time.sleep(1000).then(() => stop.abort(reason)),
      ]),
    ]);
    expect(outcome).toEqual({ status: "rejected", reason });
    expect(world.time.now() - start).toBe(41_000);
  });
});

describe.each(faultStatuses)("status %i", (status) => {
  it("before effect is the vendor's, and the cloud never knows", async () => {
    const world = createFaultyWorld([
      { fault: `status-${status}`, at: 1 },
      { fault: `status-${status}`, at: 2 },
    ]);
    const answer = await world.addRule(443);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ httpStatus: status, messages: [{ errorCode: String(status) }] });
    expect(answer.headers.get("Date")).toBe("Thu, 01 Jan 2026 00:00:00 GMT");
    expect(answer.headers.has("Retry-After")).toBe(false);
    const other = await world.gcore("GET", "/v1/tasks");
    expect(other.status).toBe(status);
    expect(await other.json()).toMatchObject({ exception_class: expect.any(String), request_id: expect.any(String) });
    await world.time.run(() => world.time.sleep(later));
    expect(world.ports()).toEqual([80]);
    expect(world.simulator.requests).toEqual([]);
  });
});

it.each(lateFaultStatuses)("status %i after effect is the vendor's, and the cloud has done it", async (status) => {
  const world = createFaultyWorld([{ fault: `status-${status}`, when: "after", at: 1 }]);
  expect((await world.addRule(443)).status).toBe(status);
  await world.time.run(() => world.time.sleep(later));
  expect(world.ports()).toEqual([80, 443]);
  expect(world.faults.story()).toContain(`→ status-${status} when=after (took effect)`);
});

describe("Retry-After", () => {
  it.each<{ retryAfter: FaultyRetryAfter; told: string }>([
    { retryAfter: "seconds", told: "5" },
    { retryAfter: "date", told: "Thu, 01 Jan 2026 00:00:05 GMT" },
    { retryAfter: "ten-years", told: "315360000" },
    { retryAfter: "negative", told: "-5" },
    { retryAfter: "text", told: "soon" },
  ])("as $retryAfter is $told", async ({ retryAfter, told }) => {
    const world = createFaultyWorld([{ fault: "status-429", retryAfter, at: 1 }]);
    // By the cloud's clock, whatever the client's shows.
    world.time.jump(7_200_000);
    expect((await world.ionos("GET", groups)).headers.get("Retry-After")).toBe(told);
  });
});

describe("a fresh operation", () => {
  it("is unknown for a while: IONOS", async () => {
    const world = createFaultyWorld([{ fault: "fresh-404", seconds: 3, at: { write: 1 } }]);
    const status = new URL((await world.addRule(443)).headers.get("Location") ?? "").pathname.slice(12);
    const look = await world.ionos("GET", status);
    expect([look.status, await look.json()]).toMatchObject([404, { httpStatus: 404 }]);
    await world.time.run(() => world.time.sleep(2999));
    expect((await world.ionos("GET", status)).status).toBe(404);
    await world.time.run(() => world.time.sleep(1));
    expect((await world.ionos("GET", status)).status).toBe(200);
    expect((await world.ionos("GET", groups)).status).toBe(200);
  });

  it("is unknown for a while: Gcore, and only this one", async () => {
    const world = createFaultyWorld([{ fault: "fresh-404", seconds: 3, at: { write: 1 } }]);
    const write = async (port: number): Promise<string> => {
      const rule = { direction: "ingress", protocol: "tcp", port_range_min: port, port_range_max: port };
      const answer = await world.gcore("POST", `/v2/security_groups/1/1/${world.gcoreGroup}/rules`, rule);
      const { tasks } = (await answer.json()) as { readonly tasks: readonly string[] };
      return `/v1/tasks/${tasks[0]}`;
    };
    const [hidden, known] = [await write(443), await write(444)];
    expect((await world.gcore("GET", hidden)).status).toBe(404);
    expect((await world.gcore("GET", known)).status).toBe(200);
    await world.time.run(() => world.time.sleep(3000));
    expect((await world.gcore("GET", hidden)).status).toBe(200);
  });
});

it("an operation of which no answer can be read is not hidden", async () => {
  for (const fault of ["not-json", "truncated-body", "broken-body"] as const) {
    const world = createFaultyWorld([
      { fault: "fresh-404", seconds: 3, at: 1 },
      { fault, at: 1 },
    ]);
    const rule = { direction: "ingress", protocol: "tcp", port_range_min: 443, port_range_max: 443 };
    expect((await world.gcore("POST", `/v2/security_groups/1/1/${world.gcoreGroup}/rules`, rule)).status).toBe(200);
    expect((await world.gcore("GET", "/v1/tasks")).status).toBe(200);
  }
});

describe("the client's own machine", () => {
  it("has its clock moved, and the cloud has not", async () => {
    const world = createFaultyWorld([{ fault: "clock-jump", hours: -3, at: 1 }]);
    const start = world.time.now();
    const answer = await world.ionos("GET", groups);
    expect(world.time.now()).toBe(start - 3 * 3_600_000);
    expect(answer.headers.get("Date")).toBe(new Date(start).toUTCString());
  });

  it.each([
    { when: "before", reaches: 0 },
    { when: "after", reaches: 1 },
  ] as const)("breaks off $when a request", async ({ when, reaches }) => {
    const stop = new AbortController();
    const reason = new Error("enough");
    const world = createFaultyWorld([{ fault: "abort", when, at: 1 }], () => stop.abort(reason));
    await expect(world.ionos("GET", groups, undefined, stop.signal)).rejects.toBe(reason);
    expect(world.simulator.requests).toHaveLength(reaches);
    // What is aborted before it comes in is not even counted.
    await expect(world.ionos("GET", groups, undefined, stop.signal)).rejects.toBe(reason);
    expect(world.faults.entries).toHaveLength(1);
  });

  it("may go on with a request that is not tied to what was broken off", async () => {
    let calls = 0;
    const world = createFaultyWorld([{ fault: "abort", when: "before", at: 1 }], () => void calls++);
    expect((await world.addRule(443)).status).toBe(202);
    expect(calls).toBe(1);
  });
});

describe("where faults are", () => {
  it("is the nth request of all or of its kind", async () => {
    const plan: readonly PlannedFault[] = [
      { fault: "status-500", at: 4 },
      { fault: "status-502", at: { read: 2 } },
      { fault: "status-503", at: { write: 2 } },
      { fault: "status-504", at: { poll: 2 } },
      { fault: "status-408", at: { poll: 9 } },
    ];
    const world = createFaultyWorld(plan);
    const statuses: number[] = [];
    const call = async (answer: Promise<Response>): Promise<void> => void statuses.push((await answer).status);
    await call(world.ionos("GET", groups));
    await call(world.addRule(443));
    await call(world.ionos("GET", "/requests"));
    await call(world.gcore("GET", "/v1/tasks"));
    await call(world.gcore("GET", "/v1/securitygroups/1/1"));
    await call(world.addRule(444));
    await call(world.gcore("GET", "/v1/tasks"));
    expect(statuses).toEqual([200, 202, 200, 500, 502, 503, 200]);
    // A request has its places, whatever became of it: the fourth was the second poll as well, and the first fault went first.
    expect(world.faults.unmet()).toEqual([{ fault: "status-408", at: { poll: 9 } }]);
  });

  it("may be several in a row, of all or of a kind", async () => {
    const world = createFaultyWorld([
      { fault: "status-503", at: 2, times: 2 },
      { fault: "status-500", at: { write: 1 }, times: 3 },
    ]);
    const statuses: number[] = [];
    for (let call = 0; call < 4; call++) {
      statuses.push((await world.ionos("GET", groups)).status);
      statuses.push((await world.addRule(443)).status);
    }
    expect(statuses).toEqual([200, 503, 503, 500, 200, 500, 200, 202]);
  });

  it("may be one place for several, the first of the plan outermost", async () => {
    const world = createFaultyWorld([
      { fault: "slow", seconds: 7, at: 1 },
      { fault: "clock-jump", hours: 1, at: 1 },
      { fault: "status-503", when: "after", at: 1 },
    ]);
    const start = world.time.steadyNow();
    expect((await world.addRule(443)).status).toBe(503);
    expect(world.time.steadyNow() - start).toBe(7000);
    expect(world.time.now() - world.time.steadyNow()).toBe(3_600_000);
    expect(world.simulator.requests).toHaveLength(1);
  });
});

describe("the story", () => {
  it("tells every request in a line, with its faults and what became of it", async () => {
    const world = createFaultyWorld([
      { fault: "reset-after", at: { write: 1 } },
      { fault: "slow", seconds: 2, at: { write: 1 } },
      { fault: "reset-before", at: 3 },
      { fault: "reset-after", at: 4 },
    ]);
    await world.ionos("GET", `${groups}?depth=3`);
    await failed(world.addRule(443));
    await failed(world.addRule(444));
    await failed(world.ionos("DELETE", `${groups}/nobody`));
    const base = "/cloudapi/v6/datacenters/id-1/securitygroups";
    expect(world.faults.story().split("\n")).toEqual([
      `#1 0.000 s GET ${base}?depth=3 200`,
      `#2 0.000 s POST ${base}/id-2/rules 202 → reset-after, slow seconds=2 (took effect)`,
      `#3 2.000 s POST ${base}/id-2/rules - → reset-before (never reached the cloud)`,
      `#4 2.000 s DELETE ${base}/nobody 404 → reset-after (had no effect: 404)`,
    ]);
    expect(world.faults.story()).not.toContain("simulator-token");
  });
});

it("every fault by name is one that can be injected", async () => {
  for (const name of faultNames) {
    // What `fault` needs beside its name, for all of them at once.
    const plan = [{ fault: name, at: 1, when: "before", how: "at-end", seconds: 1, hours: 1 } as PlannedFault];
    const world = createFaultyWorld(plan);
    await Promise.allSettled([world.addRule(443)]);
    expect(world.faults.unmet(), name).toEqual([]);
    expect(world.faults.story(), name).toContain(name);
  }
});

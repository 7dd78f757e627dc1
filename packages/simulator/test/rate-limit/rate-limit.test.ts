import { describe, expect, it } from "vitest";
import { createSimulator, type RateLimitOptions, type Simulator } from "../../src/index.ts";

const start = Date.UTC(2026, 0, 1, 0, 0, 30);
const calls = {
  ionos: { path: "/cloudapi/v6/contracts", key: "Bearer simulator-token" },
  gcore: { path: "/cloud/v1/tasks", key: "APIKey simulator-key" },
};

function createLimited(cloud: "ionos" | "gcore", limit: RateLimitOptions) {
  let now = start;
  const simulator: Simulator = createSimulator({ now: () => now, rateLimits: { [cloud]: limit } });
  const { path, key } = calls[cloud];
  return {
    simulator,
    call: () => simulator.fetch(new Request(`http://a${path}`, { headers: { Authorization: key } })),
    pass: (milliseconds: number) => void (now += milliseconds),
  };
}

const numbersIn = ({ headers }: Response): readonly (string | null)[] =>
  ["Limit", "Burst", "Remaining"].map((name) => headers.get(`X-RateLimit-${name}`));

describe("a limited IONOS", () => {
  it("answers 429 in its own envelope, tells true numbers, and records what it refused", async () => {
    const { simulator, call, pass } = createLimited("ionos", {
      models: [{ kind: "token-bucket", capacity: 2, perMinute: 30 }],
    });
    const answers = [await call(), await call(), await call()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers.map(numbersIn)).toEqual([
      ["30", "2", "1"],
      ["30", "2", "0"],
      ["30", "2", "0"],
    ]);
    expect(await answers[2]?.json()).toEqual({
      httpStatus: 429,
      messages: [{ errorCode: "429", message: "Too many requests" }],
    });
    expect(answers[2]?.headers.get("Retry-After")).toBe("2");
    pass(2000);
    expect((await call()).status).toBe(200);
    expect(simulator.requests.map(({ status }) => status)).toEqual([200, 200, 429, 200]);
    expect(simulator.rateLimitCount("ionos")).toEqual({ passed: 3, refused: 1, possible: 3 });
    expect(simulator.rateLimitCount("gcore")).toBeUndefined();
  });

  it("obeys several models at once, and tells the tightest of each number", async () => {
    const { call } = createLimited("ionos", {
      models: [
        { kind: "token-bucket", capacity: 5, perMinute: 600 },
        { kind: "concurrency", maximum: 2 },
      ],
    });
    expect(numbersIn(await call())).toEqual(["600", "2", "1"]);
    expect([(await call()).status, (await call()).status]).toEqual([200, 429]);
  });

  it("tells no calls per minute where only their concurrency is limited", async () => {
    const { call } = createLimited("ionos", { models: [{ kind: "concurrency", maximum: 4 }] });
    expect(numbersIn(await call())).toEqual([null, "4", "3"]);
  });
});

describe("a limited Gcore", () => {
  it("answers 429 in its own envelope and tells no numbers", async () => {
    const { simulator, call, pass } = createLimited("gcore", { models: [{ kind: "fixed-window", perMinute: 1 }] });
    const answers = [await call(), await call()];
    expect(answers.map(({ status }) => status)).toEqual([200, 429]);
    expect(answers.map(numbersIn)).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
    expect(await answers[1]?.json()).toMatchObject({
      exception_class: "HTTPError",
      message: "Too many requests",
      request_id: expect.any(String),
    });
    expect(answers[1]?.headers.get("Retry-After")).toBe("30");
    pass(30_000);
    expect((await call()).status).toBe(200);
    expect(simulator.rateLimitCount("gcore")).toEqual({ passed: 2, refused: 1, possible: 2 });
  });
});

describe("the time to wait", () => {
  it.each([
    { retryAfter: "seconds", told: "30" },
    { retryAfter: "date", told: "Thu, 01 Jan 2026 00:01:00 GMT" },
    { retryAfter: "absent", told: null },
    { retryAfter: "absurd", told: "315360000" },
  ] as const)("is told as $retryAfter", async ({ retryAfter, told }) => {
    const { call } = createLimited("gcore", { models: [{ kind: "fixed-window", perMinute: 1 }], retryAfter });
    await call();
    expect((await call()).headers.get("Retry-After")).toBe(told);
  });

  it("is told in whole seconds, rounded up", async () => {
    const { call, pass } = createLimited("gcore", { models: [{ kind: "token-bucket", capacity: 1, perMinute: 40 }] });
    await call();
    expect((await call()).headers.get("Retry-After")).toBe("2");
    pass(1400);
    expect((await call()).headers.get("Retry-After")).toBe("1");
  });

  it("is never told shorter than it is, nor as nothing", async () => {
    const { call, pass } = createLimited("ionos", {
      models: [{ kind: "token-bucket", capacity: 1, perMinute: 60 }],
      retryAfter: "date",
    });
    await call();
    pass(100);
    expect((await call()).headers.get("Retry-After")).toBe("Thu, 01 Jan 2026 00:00:32 GMT");
    pass(899);
    expect((await call()).headers.get("Retry-After")).toBe("Thu, 01 Jan 2026 00:00:32 GMT");
  });
});

it("without a limit nothing is counted", async () => {
  const simulator = createSimulator();
  expect(simulator.rateLimitCount("ionos")).toBeUndefined();
});

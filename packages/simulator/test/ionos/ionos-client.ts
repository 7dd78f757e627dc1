import { ionosDocument } from "@secgroup/api-types/ionos-document";
import { expect } from "vitest";
import { createSimulator, type IonosOptions, type Simulator } from "../../src/index.ts";
import { createAnswerCheck } from "../check-answer.ts";

export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Of any shape: what tests look at is asserted there. */
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

export interface TestCloud {
  readonly simulator: Simulator;
  readonly datacenterId: string;
  /** Path of the datacenter's groups, below the base path. */
  readonly groups: string;
  /** Sends a call with good credentials; the answer is checked against the API's document. */
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<TestAnswer>;
  /** Lets time pass. */
  readonly wait: (milliseconds: number) => void;
  /** Lets enough time pass for everything that is pending. */
  readonly settle: () => void;
}

export const origin = "https://ionos.test";
export const startOfTime: number = Date.UTC(2026, 0, 1);
const checkAnswer = createAnswerCheck(ionosDocument, [409, 412, 423]);

export function createTestCloud(options: IonosOptions = {}): TestCloud {
  let now = startOfTime;
  const simulator = createSimulator({ now: () => now, ionos: options });
  const datacenterId = simulator.ionos.addDatacenter({ name: "test" });
  return {
    simulator,
    datacenterId,
    groups: `/datacenters/${datacenterId}/securitygroups`,
    async call(method, path, body, headers = {}) {
      const init = {
        method,
        headers: {
          Authorization: "Bearer simulator-token",
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      };
      const url = new URL(`${origin}/cloudapi/v6${path}`);
      const response = await simulator.fetch(new Request(url, init));
      const text = await response.text();
      const answer = {
        status: response.status,
        headers: response.headers,
        body: text === "" ? undefined : JSON.parse(text),
      };
      expect(checkAnswer({ method, path: url.pathname }, answer)).toBe("");
      return answer;
    },
    wait: (milliseconds) => void (now += milliseconds),
    settle: () => void (now += 3_600_000),
  };
}

/** A TCP rule for one port. */
export const tcp = (port: number): { protocol: "TCP"; portRangeStart: number; portRangeEnd: number } => ({
  protocol: "TCP",
  portRangeStart: port,
  portRangeEnd: port,
});

/** The texts of a refused call. */
export const messagesOf = ({ body }: TestAnswer): readonly string[] =>
  body.messages.map(({ message }: { message: string }) => message);

import { gcoreDocument } from "@secgroup/api-types/gcore-document";
import { createHistory, type GroupHistoryEntry } from "../../src/history.ts";
import { createGcoreCloud } from "../../src/gcore/gcore-cloud.ts";
import type { GcoreCloud } from "../../src/gcore/gcore-handle.ts";
import type { GcoreOptions } from "../../src/gcore/gcore-options.ts";
import { createAnswerCheck } from "../check-answer.ts";

const answerProblem = createAnswerCheck(gcoreDocument);

export interface Answer {
  readonly status: number;
  // Tests read answers as a client without types would.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

export interface World {
  readonly cloud: GcoreCloud;
  /** Milliseconds since the epoch. */
  now(): number;
  wait(milliseconds: number): void;
  /** Sends a request with the right key, and throws when the answer is not as the document says. */
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends a request, by default with the right key, and answers with what came, unread and unchecked. */
  raw(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Sends it, waits until its tasks have ended, and answers with them. */
  finish(method: string, path: string, body?: unknown): Promise<readonly Answer["body"][]>;
  history(groupId: string): readonly GroupHistoryEntry[];
}

export const v1 = "/cloud/v1/securitygroups/1/2";
export const v2 = "/cloud/v2/security_groups/1/2";
export const start: number = Date.UTC(2026, 10, 22, 6, 30, 0);

/** A cloud with project 1 in region 2, at a standing clock. */
export function createWorld(options: GcoreOptions = {}): World {
  let time = start;
  const history = createHistory();
  const recordHistory = (groupId: string, entry: GroupHistoryEntry): void => history.record(groupId, entry);
  const { app, cloud } = createGcoreCloud({ now: () => time, recordHistory, ...options });
  cloud.addProject({ projectId: 1, regionId: 2, region: "Luxembourg" });

  const world: World = {
    cloud,
    now: () => time,
    wait: (milliseconds) => void (time += milliseconds),
    async raw(method, path, body, headers = { authorization: "APIKey simulator-key" }) {
      const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
      return app.fetch(
        new Request(`https://api.gcore.com${path}`, { method, headers, ...(text !== undefined && { body: text }) }),
      );
    },
    async send(method, path, body, headers) {
      const response = await world.raw(method, path, body, headers);
      const answerText = await response.text();
      const answer: Answer = {
        status: response.status,
        body: answerText === "" ? undefined : JSON.parse(answerText),
      };
      const problem = answerProblem({ method, path: path.split("?")[0] ?? path }, answer);
      if (problem !== "") throw new Error(problem);
      return answer;
    },
    async finish(method, path, body) {
      const { status, body: accepted } = await world.send(method, path, body);
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(accepted)}`);
      world.wait(2000);
      const ids: readonly string[] = accepted.tasks;
      return Promise.all(ids.map(async (id) => (await world.send("GET", `/cloud/v1/tasks/${id}`)).body));
    },
    history: (groupId) => history.of(groupId),
  };
  return world;
}

/** A TCP rule from everywhere to one port. */
export const tcp = (
  port: number,
): { direction: "ingress"; protocol: "tcp"; port_range_min: number; port_range_max: number } => ({
  direction: "ingress",
  protocol: "tcp",
  port_range_min: port,
  port_range_max: port,
});

/** The ports of the rules of each entry, for reading a history at a glance. */
export const portsOf = (entries: readonly GroupHistoryEntry[]): readonly unknown[] =>
  entries.map(({ rules }) => rules.map((rule) => rule["port_range_min"]));

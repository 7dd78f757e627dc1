import { describe, expect, it } from "vitest";
import {
  createFaults,
  createMortalProcess,
  createSimulator,
  createVirtualTime,
  delayFetch,
  drawFaults,
  type Crash,
  type PlannedFault,
} from "../../src/index.ts";

const ids = ["5a88aa8b-8aa1-51f6-9cd1-0a1b2c3e9f31", "5a88aa8b-8aa1-51f6-9cd1-0a1b2c3e9f32"];
const headers = { Authorization: "Bearer simulator-token", "Content-Type": "application/json" };

/** Two workers of one process, each of which adds ten rules to its group, tries again as long as it is not sure, and awaits each. */
async function tell(plan: readonly PlannedFault[], crash?: Crash): Promise<string> {
  const time = createVirtualTime({ start: Date.UTC(2026, 0, 1) });
  const simulator = createSimulator({
    now: time.steadyNow,
    rateLimits: { ionos: { models: [{ kind: "token-bucket", capacity: 5, perMinute: 300 }] } },
  });
  const targets = ids.map((datacenterId) => ({ cloud: "ionos", datacenterId }) as const);
  const faults = createFaults({ simulator, time, plan, targets });
  const process = createMortalProcess(crash);
  const fetch = process.fetch(delayFetch(faults.fetch, time, { roundTripMs: 150 }));
  const { sleep } = process.clock(time);

  const attempt = async (method: string, url: string, body?: object): Promise<Response | undefined> => {
    try {
      await crypto.subtle.digest("SHA-256", new TextEncoder().encode(url));
      const response = await fetch(new Request(url, { method, headers, ...(body && { body: JSON.stringify(body) }) }));
      await response.text();
      return response;
    } catch (error) {
      // Anything else would be a fault of the faults.
      if (!(error instanceof TypeError && /^(fetch failed|terminated)$/.test(error.message))) throw error;
      return undefined;
    }
  };
  const work = async (datacenterId: string, groupId: string): Promise<void> => {
    const base = `http://cloud/cloudapi/v6/datacenters/${datacenterId}/securitygroups/${groupId}/rules`;
    for (let port = 1; port <= 10; port++) {
      const properties = { protocol: "TCP", portRangeStart: port, portRangeEnd: port };
      const answer = await attempt("POST", base, { properties });
      if (!answer?.ok) await sleep(2000);
      for (let looks = 0; looks < 5 && answer?.headers.has("Location"); looks++) {
        await sleep(500);
        await attempt("GET", answer.headers.get("Location") ?? base);
      }
    }
  };
  const groups = ids.map((id) => {
    simulator.ionos.addDatacenter({ id, name: id });
    return { datacenterId: id, groupId: simulator.ionos.addGroup(id, { name: "web", rules: [] }) };
  });
  const { status } = await time.run(() =>
    process.run(() => Promise.all(groups.map(({ datacenterId, groupId }) => work(datacenterId, groupId)))),
  );
  return [faults.story(), status, JSON.stringify(simulator.rateLimitCount("ionos"))].join("\n");
}

describe("faults, limits, crashes and time together", () => {
  it("tell the same story for the same seed, and another for another", async () => {
    const stories = new Set<string>();
    for (let seed = 1; seed <= 15; seed++) {
      const plan = drawFaults(seed, { requests: 60, most: 20 });
      const crash = seed % 5 === 0 ? ({ request: 5 + seed, when: "unseen" } as const) : undefined;
      const story = await tell(plan, crash);
      const replayed = await tell(JSON.parse(JSON.stringify(plan)) as readonly PlannedFault[], crash);
      expect(replayed, `seed ${seed}`).toBe(story);
      expect(story).toContain(crash ? "crashed" : "ended");
      stories.add(story);
    }
    // Not always 15: a plan whose requests never come tells what no plan tells.
    expect(stories.size).toBeGreaterThan(12);
  });
});

import { gcore } from "@secgroup/adapter-gcore";
import { ionos } from "@secgroup/adapter-ionos";
import { apply, describeTrafficLine, explainTraffic, hasConverged, plan, readRules } from "@secgroup/core";
import { createMemoryCloud, memoryAdapter } from "@secgroup/core/memory";

/** What a cloud answers to a GET, by path. */
export type Answers = Readonly<Record<string, unknown>>;

const https = { direction: "ingress", protocol: "tcp", ports: { from: 443, to: 443 } };
const ssh = { direction: "ingress", protocol: "tcp", ports: { from: 22, to: 22 }, remote: "203.0.113.0/24" };
const groups = [{ name: "web", rules: [https, ssh] }];

/** The main job on three clouds at once, in words: two that answer as they are told to, and one in memory, which is written to as well. */
export async function planAndExplain(answers: Answers): Promise<readonly string[]> {
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const answer = request.method === "GET" ? answers[pathname] : undefined;
    return answer === undefined ? new Response(pathname, { status: 404 }) : Response.json(answer);
  };
  const memory = memoryAdapter(createMemoryCloud());
  const prepared = await plan([
    { adapter: ionos({ token: "a-token", datacenter: "5ec90000-0000-4000-8000-000000000001", fetch }), groups },
    { adapter: gcore({ apiKey: "a-key", project: 1234, region: 76, fetch }), groups },
    { adapter: memory, groups },
  ]);
  if (prepared.failed.length > 0) return prepared.failed.map(({ code, message }) => `${code}: ${message}`);
  const traffic = prepared.plan.targets.flatMap(({ target, groups }) =>
    groups.flatMap(({ traffic }) => [
      ...(traffic?.opens ?? []).map(({ line }) => `${target} opens ${describeTrafficLine(line)}`),
      ...(traffic?.closes ?? []).map(({ line }) => `${target} closes ${describeTrafficLine(line)}`),
    ]),
  );
  const { report } = apply(await plan([{ adapter: memory, groups }]));
  const converged = hasConverged(await report);
  const rules = readRules([https, ssh]).map((rule) => ({ rule }));
  const answer = (remote: string): string => explainTraffic(readRules([{ ...ssh, remote }]), rules).answer;
  return [
    ...traffic,
    `memory is as planned: ${converged}`,
    `ssh from 203.0.113.9 is ${answer("203.0.113.9")}`,
    `ssh from 198.51.100.7 is ${answer("198.51.100.7")}`,
  ];
}

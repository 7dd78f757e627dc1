import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, it } from "vitest";
import { startCommand, type Command } from "./support/command.ts";
import { openKillingCloud, type KillingCloud } from "./support/killing-cloud.ts";

const datacenter = "5a88aa8b-8aa1-51f6-9cd1-0a1b2c3e9f31";

/** A cloud with one group that is to change and one that is to come. */
interface Place {
  readonly target: string;
  readonly seed: (cloud: KillingCloud) => void;
  /** The ports that each group lets in, in order of names; a group or rule that is there twice shows twice. */
  readonly standing: (cloud: KillingCloud) => unknown;
}

const byName = (left: { readonly name: string }, right: { readonly name: string }): number =>
  left.name.localeCompare(right.name);

const places: Readonly<Record<string, Place>> = {
  ionos: {
    target: `{ cloud: ionos, datacenter: "${datacenter}" }`,
    seed({ simulator: { ionos } }) {
      ionos.addDatacenter({ id: datacenter, name: "test" });
      ionos.addGroup(datacenter, {
        name: "web",
        rules: [{ type: "INGRESS", ipVersion: "IPv4", protocol: "TCP", portRangeStart: 22, portRangeEnd: 22 }],
      });
    },
    standing: ({ simulator: { ionos } }) =>
      ionos
        .groups(datacenter)
        .toSorted(byName)
        .map(({ name, rules }) => [name, rules.map(({ portRangeStart }) => portRangeStart)]),
  },
  gcore: {
    target: "{ cloud: gcore, project: 1, region: 1 }",
    seed({ simulator: { gcore } }) {
      gcore.addProject({ projectId: 1, regionId: 1 });
      gcore.addGroup(1, 1, {
        name: "web",
        rules: [{ direction: "ingress", ethertype: "IPv4", protocol: "tcp", port_range_min: 22, port_range_max: 22 }],
      });
    },
    standing: ({ simulator: { gcore } }) =>
      gcore
        .groups(1, 1)
        .toSorted(byName)
        .map(({ name, rules }) => [name, rules.map(({ port_range_min }) => port_range_min)]),
  },
};

const documentFor = ({ target }: Place): string => `targets:
  here: ${target}
groups:
  web:
    on: [here]
    ingress: [{ allow: tcp/443, from: 0.0.0.0/0 }]
  web-2:
    on: [here]
    ingress: [{ allow: tcp/80, from: 0.0.0.0/0 }]
`;
const wanted = [
  ["web", [443]],
  ["web-2", [80]],
];

const endings: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const end of endings.splice(0)) await end();
});

/** A fresh cloud with a document for it, and the command that applies it. */
async function openWorld(
  place: Place,
): Promise<{ readonly cloud: KillingCloud; readonly folder: string; readonly start: (...args: string[]) => Command }> {
  const cloud = await openKillingCloud();
  const folder = await mkdtemp(join(tmpdir(), "killed-process-"));
  place.seed(cloud);
  await writeFile(join(folder, "network.yaml"), documentFor(place));
  const { url } = cloud.served;
  const environment = {
    IONOS_API_URL: url,
    IONOS_TOKEN: "simulator-token",
    GCORE_BASE_URL: url,
    GCORE_API_KEY: "simulator-key",
  };
  endings.push(
    () => cloud.served.close(),
    () => rm(folder, { recursive: true }),
  );
  return { cloud, folder, start: (...args) => startCommand(args, folder, environment) };
}

/** Requests of one apply at which it is killed. */
const few = 4;

const apply = ["apply", "network.yaml", "--yes"];

/** Makes the journal a minute old, so that nobody waits until the cloud must have shown all. */
async function age(folder: string): Promise<void> {
  const file = join(folder, "network.yaml.journal");
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text !== undefined)
    await writeFile(
      file,
      text.replaceAll(/"at":(\d+)/g, (_, at: string) => `"at":${Number(at) - 60_000}`),
    );
}

/** Kills an apply at one of its requests, applies again, and answers with all that is to be so afterwards. */
async function killAt(place: Place, request: number): Promise<unknown> {
  const { cloud, start, folder } = await openWorld(place);
  const first = start(...apply, "--force");
  cloud.killAt(request, request % 2 === 0 ? "before" : "after", () => first.child.kill("SIGKILL"));
  const death = await first.ended;
  await age(folder);
  const isResumed = request % 4 < 2 && (await start("apply", "network.yaml", "--resume").ended).code === 0;
  const again = isResumed ? { code: 0, text: "" } : await start(...apply, "--force").ended;
  const plan = await start("plan", "network.yaml", "--detailed-exitcode").ended;
  return {
    request,
    death: death.code,
    again: again.code === 0 || again.text,
    plan: plan.code,
    standing: place.standing(cloud),
  };
}

describe.concurrent.each(Object.entries(places))("on %s", (_, place) => {
  it(
    "an apply that is killed at one of its requests is brought to its end by the next one",
    { timeout: 180_000 },
    async ({ expect }) => {
      const { cloud, start } = await openWorld(place);
      expect(await start(...apply, "--force").ended).toMatchObject({ code: 0 });
      const requests = cloud.count();
      expect(requests).toBeGreaterThan(5);
      expect(place.standing(cloud)).toEqual(wanted);

      // At each request in the simulation; here at some, since processes take their time.
      const chosen = Array.from({ length: few }, (_, index) => 1 + Math.floor((index * requests) / few));
      const results = await Promise.all(chosen.map((request) => killAt(place, request)));
      const unwanted = results.filter(
        (result) => !isEqual(result, { death: null, again: true, plan: 0, standing: wanted }),
      );
      expect(unwanted).toEqual([]);
      expect(results).toHaveLength(few);
    },
  );
});

function isEqual(result: unknown, expected: object): boolean {
  return Object.entries(expected).every(
    ([key, value]) => JSON.stringify(Object(result)[key]) === JSON.stringify(value),
  );
}

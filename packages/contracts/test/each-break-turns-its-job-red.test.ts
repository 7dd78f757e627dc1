import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { comparePact } from "../src/pact-against-spec/compare-pact.ts";
import { ownPacts, readPacts, type PactFile } from "../src/pact-file.ts";
import { providers } from "../src/provider.ts";
import { replayPact, type ReplayOptions } from "../src/simulator-against-pact/replay-pact.ts";
import type { PactDefinition } from "./pacts/exchange.ts";
import { gcorePact } from "./pacts/gcore/pact.ts";
import { recordPact } from "./pacts/record-pact.ts";
import { plant, type Json } from "./support/plant.ts";

const description = "SecurityGroupInstanceViewSetV2.patch: rules complete, those to keep beside those to add";
const listing = "SecurityGroupViewSet.get: groups with their rules and tags";
const provider = providers.find(({ name }) => name === "gcore");
const pact = (await readPacts(ownPacts)).find(({ provider: name }) => name === provider?.pactName);
if (provider === undefined || pact === undefined) throw new Error("nothing about gcore");

/** The four sides of the contract; each test breaks one of them. */
interface Sides {
  readonly document: OpenApiDocument;
  readonly definition: PactDefinition;
  readonly tamper?: ReplayOptions["tamper"];
  /** Changes the interaction in the pact. */
  readonly change?: (interaction: Json) => void;
}

const exchanges = gcorePact.exchanges.filter(({ interactions }) =>
  interactions.some((interaction) => interaction.description === description || interaction.description === listing),
);
const whole: Sides = { document: provider.document, definition: { ...gcorePact, exchanges } };

describe("breaking one field name", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "broken-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** What each job finds, in one text; empty where it is green. */
  async function findings({ document, definition, tamper, change = () => undefined }: Sides) {
    const cut = async (name: string, edit: (interaction: Json) => void): Promise<PactFile> => {
      const planted = plant(pact as PactFile, name, edit);
      const path = join(folder, `${name.replaceAll(/\W+/g, "-")}.json`);
      await writeFile(path, JSON.stringify(planted.content));
      return { ...planted, path };
    };
    const files = [await cut(description, change), await cut(listing, () => undefined)];
    const against = (await Promise.all(files.map((file) => comparePact(file, document)))).flat();
    const replayed = [];
    for (const file of files) replayed.push(...(await replayPact(file, "gcore", tamper ? { tamper } : {})));
    const { failures } = await recordPact(definition);
    const problems = (cases: readonly { readonly problems: readonly string[] }[]): string =>
      cases.flatMap((each) => each.problems).join("\n");
    return {
      adapter: [...failures.values()].map(String).join("\n"),
      pactAgainstSpec: problems(against),
      simulatorAgainstPact: problems(replayed),
    };
  }

  it("nowhere leaves every job green", async () => {
    expect(exchanges).toHaveLength(2);
    expect(await findings(whole)).toEqual({ adapter: "", pactAgainstSpec: "", simulatorAgainstPact: "" });
  });

  it("in a spec turns pact-against-spec red", async () => {
    const text = JSON.stringify(whole.document).replaceAll('"remote_ip_prefix"', '"remote_prefix"');
    const found = await findings({ ...whole, document: JSON.parse(text) as OpenApiDocument });
    expect(found).toMatchObject({ adapter: "", simulatorAgainstPact: "" });
    expect(found.pactAgainstSpec).toContain("request.body.rules.0");
  });

  it("in an adapter turns the adapter's own exchanges red", async () => {
    const connect: PactDefinition["connect"] = (fetch) =>
      gcorePact.connect(async (request) => {
        const body = (await request.clone().text()).replaceAll('"remote_ip_prefix"', '"remote_prefix"');
        const { method, headers, url, signal } = request;
        return fetch(new Request(url, { method, headers, signal, ...(body !== "" && { body }) }));
      });
    const found = await findings({ ...whole, definition: { ...whole.definition, connect } });
    expect(found).toMatchObject({ pactAgainstSpec: "", simulatorAgainstPact: "" });
    expect(found.adapter).not.toBe("");
  });

  it("in the simulator turns simulator-against-pact red", async () => {
    const tamper: ReplayOptions["tamper"] = async (answer) =>
      new Response((await answer.text()).replaceAll('"remote_ip_prefix"', '"remote_prefix"'), answer);
    const found = await findings({ ...whole, tamper });
    expect(found).toMatchObject({ adapter: "", pactAgainstSpec: "" });
    expect(found.simulatorAgainstPact).toContain("remote_ip_prefix");
  });

  it("in a pact turns red what is held to the pact: the spec's comparison and the simulator's replay", async () => {
    const change = (interaction: Json): void => {
      const [rule] = interaction.request.body.content.rules;
      rule.remote_prefix = "10.0.0.0/8";
      delete rule.remote_ip_prefix;
    };
    const found = await findings({ ...whole, change });
    expect(found.adapter).toBe("");
    expect(found.pactAgainstSpec).toContain("request.body.rules.0");
    expect(found.simulatorAgainstPact).toContain("expected 200 but was 400");
  });
});

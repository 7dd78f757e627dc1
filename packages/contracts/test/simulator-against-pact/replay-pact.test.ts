import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CheckedCase, ProviderName } from "../../src/check-report.ts";
import { ownPacts, readPacts, type PactFile } from "../../src/pact-file.ts";
import { providers } from "../../src/provider.ts";
import { replayPact, type ReplayOptions } from "../../src/simulator-against-pact/replay-pact.ts";
import { plant, type Json } from "../support/plant.ts";

const pacts = await readPacts(ownPacts);
const pactOf = (name: ProviderName): PactFile => {
  const pact = pacts.find(({ provider }) => provider === providers.find((each) => each.name === name)?.pactName);
  if (pact === undefined) throw new Error(`no pact with ${name}`);
  return pact;
};

describe.each(providers.map(({ name, title }) => [title, name] as const))("the simulated %s", (_, name) => {
  it("gives every answer of the pact", async () => {
    const pact = pactOf(name);
    const cases = await replayPact(pact, name);
    expect(cases).toHaveLength(pact.interactions.length);
    expect(cases.filter(({ problems }) => problems.length > 0)).toEqual([]);
  });
});

describe("a deviation is found", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "planted-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Replays one interaction of a pact, changed or answered otherwise. */
  async function replay(
    name: ProviderName,
    description: string,
    { change = () => undefined, ...options }: ReplayOptions & { readonly change?: (interaction: Json) => void },
  ): Promise<CheckedCase | undefined> {
    const planted = plant(pactOf(name), description, change);
    const path = join(folder, `${name}-${description.replaceAll(/\W+/g, "-")}.json`);
    await writeFile(path, JSON.stringify(planted.content));
    const [found] = await replayPact({ ...planted, path }, name, options);
    return found;
  }
  const edit =
    (from: string, to: string): NonNullable<ReplayOptions["tamper"]> =>
    async (answer) => {
      const text = (await answer.text()).replaceAll(from, to);
      return new Response(text, { status: answer.status, headers: answer.headers });
    };
  const list = "datacentersSecuritygroupsGet: groups with their rules";
  const put = "datacentersSecuritygroupsPut: the documented page, wrapped, with a password";
  const patch = "SecurityGroupInstanceViewSetV2.patch: partial update of tags";
  const post = "SecurityGroupViewSetV2.post: protocol sctp";

  it("in a field's name", async () => {
    const found = await replay("ionos", list, { tamper: edit('"portRangeStart"', '"portRangeBegin"') });
    expect(found?.problems.join("\n")).toContain("portRangeStart");
  });

  it("in a field's value, type and spelling", async () => {
    const found = await replay("ionos", list, { tamper: edit('"INGRESS"', '"ingress"') });
    expect(found?.problems.join("\n")).toContain("$.items[0].entities.rules.items[0].properties.type");
    const typed = await replay("gcore", "SecurityGroupViewSet.get: groups with their rules and tags", {
      tamper: edit('"count":1', '"count":"1"'),
    });
    expect(typed?.problems.join("\n")).toContain("$.count");
  });

  it("in the status", async () => {
    const found = await replay("ionos", put, {
      tamper: async (answer) => new Response(await answer.text(), { status: 200, headers: answer.headers }),
    });
    expect(found?.problems).toEqual(["StatusMismatch: expected 202 but was 200"]);
  });

  it("in a header", async () => {
    const found = await replay("ionos", put, {
      tamper: async (answer) => {
        const headers = new Headers(answer.headers);
        headers.delete("Location");
        return new Response(await answer.text(), { status: answer.status, headers });
      },
    });
    expect(found?.problems.join("\n")).toContain("at Location");
  });

  it("in what the simulator does: a change of tags that starts a task", async () => {
    const found = await replay("gcore", patch, { tamper: edit('"tasks":[]', '"tasks":["x"]') });
    expect(found?.problems.join("\n")).toContain("$.tasks");
  });

  it("in what the pact asks: a request that the simulator refuses", async () => {
    const found = await replay("gcore", post, {
      change: ({ request }) => (request.body.content.rules[0].protocol = "quic"),
    });
    expect(found?.problems.join("\n")).toContain("expected 200 but was 400");
  });

  it("in the state that the pact asks for: another group, or parameters that no state has", async () => {
    const other = await replay("ionos", list, {
      change: ({ providerStates }) => (providerStates[0].params.groups[0].name = "other"),
    });
    expect(other?.problems.join("\n")).toContain("$.items[0].properties.name");
    const impossible = await replay("ionos", list, {
      change: ({ providerStates }) => (providerStates[0].params.groups = "many"),
    });
    expect(impossible?.problems).not.toEqual([]);
  });

  it("in the credentials", async () => {
    const found = await replay("gcore", patch, { change: ({ request }) => delete request.headers.Authorization });
    expect(found?.problems.join("\n")).toContain("expected 200 but was 401");
  });
});

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PactV4 } from "@pact-foundation/pact";
import type { Exchange, Interaction, PactDefinition, Send } from "./exchange.ts";
import { given } from "./matchers.ts";

/** The text of the pact file, and why each exchange that failed did. */
export interface RecordedPact {
  readonly text: string;
  readonly failures: ReadonlyMap<Exchange, unknown>;
}

/** Plays every exchange with the real adapter against Pact's mock server, beginning in an empty folder. */
export async function recordPact(definition: PactDefinition): Promise<RecordedPact> {
  const folder = await mkdtemp(join(tmpdir(), "pacts-"));
  const { consumer, provider } = definition;
  try {
    const texts: string[] = [];
    const failures = new Map<Exchange, unknown>();
    for (const [index, exchange] of definition.exchanges.entries()) {
      // A file for each: Pact would read and write the whole again for every exchange.
      const dir = join(folder, String(index));
      try {
        await playExchange(new PactV4({ consumer, provider, dir, logLevel: "error" }), definition, exchange);
        texts.push(await readFile(join(dir, `${consumer}-${provider}.json`), "utf8"));
      } catch (error) {
        failures.set(exchange, error);
      }
    }
    return { text: mergePacts(definition, texts), failures };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function playExchange(pact: PactV4, definition: PactDefinition, { interactions, play }: Exchange): Promise<void> {
  const [last] = interactions.map((interaction) => addInteraction(pact, definition, interaction)).slice(-1);
  await last?.executeTest(async ({ url }) => {
    const sent: Promise<Response>[] = [];
    // The adapter calls the vendor's own host, so that URLs in the documented answers are of the configured origin.
    const send: Send = (request) => {
      const { pathname, search } = new URL(request.url);
      const answer = fetch(new Request(`${url}${pathname}${search}`, request));
      sent.push(answer);
      return answer;
    };
    await play(definition.connect(send), send);
    // A call that failed by one of its requests may still have another on its way.
    await Promise.allSettled(sent);
  });
}

function addInteraction(
  pact: PactV4,
  { values, authorization }: PactDefinition,
  { description, state, request, response }: Interaction,
): ReturnType<ReturnType<ReturnType<PactV4["addInteraction"]>["withRequest"]>["willRespondWith"]> {
  return pact
    .addInteraction()
    .given(state.name, JSON.parse(JSON.stringify(state.params)))
    .uponReceiving(description)
    .withRequest(request.method, asMatcher(given(request.path, values)), (builder) => {
      builder.headers({ Authorization: asMatcher(request.authorization ?? authorization) });
      if (request.query) builder.query(asMatchers(request.query));
      if (request.body !== undefined) builder.jsonBody(request.body);
    })
    .willRespondWith(response.status, (builder) => {
      builder.headers(asMatchers(response.headers ?? {}));
      if (response.body !== undefined) builder.jsonBody(response.body);
    });
}

/** Pact takes matchers wherever it takes text; its types know only those that it makes itself. */
const asMatcher = (value: unknown): string => value as string;

const asMatchers = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asMatcher(value)]));

/** Pact's own files as one, the interactions in a fixed order, without the versions of the tools that wrote them. */
function mergePacts({ consumer, provider }: PactDefinition, texts: readonly string[]): string {
  const all = texts.flatMap((text) => {
    const { interactions }: { interactions: { description: string }[] } = JSON.parse(text);
    return interactions;
  });
  const interactions = [...new Map(all.map((each) => [JSON.stringify(each), each])).values()].toSorted((a, b) =>
    a.description < b.description ? -1 : 1,
  );
  const metadata = { pactSpecification: { version: "4.0" } };
  const pact = { consumer: { name: consumer }, interactions, metadata, provider: { name: provider } };
  return `${JSON.stringify(pact, undefined, 2)}\n`;
}

import { beforeAll, describe, expect, it } from "vitest";
import type { PactDefinition } from "./exchange.ts";
import { recordPact, type RecordedPact } from "./record-pact.ts";

/** Plays a pact and holds the committed file to it; `vitest run -u` writes the file. */
export function describePact(definition: PactDefinition): void {
  const { consumer, provider, exchanges } = definition;

  describe(`${consumer} and ${provider}`, () => {
    let recorded: RecordedPact;
    beforeAll(async () => {
      recorded = await recordPact(definition);
    });

    it.each(exchanges.map((exchange) => [exchange.interactions[0]?.description, exchange] as const))(
      "%s",
      (_, exchange) => {
        if (recorded.failures.has(exchange)) throw recorded.failures.get(exchange);
      },
    );

    it("tells its interactions apart by their descriptions", () => {
      const pact: { interactions: { description: string }[] } = JSON.parse(recorded.text);
      const names = new Set(
        exchanges.flatMap(({ interactions }) => interactions.map(({ description }) => description)),
      );
      expect(pact.interactions.map(({ description }) => description)).toEqual([...names].toSorted());
    });

    it("is committed as it is played", async () => {
      await expect(recorded.text).toMatchFileSnapshot(`../pacts/${consumer}-${provider}.json`);
    });
  });
}

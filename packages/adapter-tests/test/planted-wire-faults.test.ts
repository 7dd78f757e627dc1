import { abortedError, SecurityGroupError, type Account, type Adapter } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import { chapters, collectResults } from "../src/index.ts";
import { palisade } from "./example/palisade-adapter.ts";
import { palisadeBackend, type PalisadeBackend } from "./example/palisade-backend.ts";

const url = "https://palisade.example";
type Make = (backend: PalisadeBackend, account: Account) => Adapter;

/** The chapters that fail for the example adapter when it is made in this way. */
async function failing(adapter: Make): Promise<readonly string[]> {
  const results = await collectResults({ backend: palisadeBackend, adapter });
  return results.filter(({ checks }) => checks.some(({ error }) => error)).map(({ chapter }) => chapter);
}

const make: Make = ({ fetch }, account) => palisade({ url, fetch, account });
const shares = "shares its account";
const stops = "stops when aborted";
const reports = "reports errors";

/** Does something else with the requests than the account does. */
const sending = (account: Account, send: Account["send"]): Account => ({ ...account, send });

const faults: Readonly<Record<string, readonly [Make, readonly string[]]>> = {
  "none at all": [make, []],
  "requests that go round the account": [
    ({ fetch }, account) => ({
      ...palisade({ url, fetch, account: sending(account, (request, send) => send(request)) }),
      account,
    }),
    // A write is still tied to the signal then.
    [shares, stops],
  ],
  "some requests that go round the account": [
    ({ fetch }, account) => {
      const send: Account["send"] = (request, by) =>
        request.url.includes("/users") ? by(request) : account.send(request, by);
      return { ...palisade({ url, fetch, account: sending(account, send) }), account };
    },
    [shares],
  ],
  "aborts said of writes that were sent": [
    ({ fetch }, account) => {
      const adapter = palisade({ url, fetch, account });
      return {
        ...adapter,
        async submit(step, signal) {
          try {
            return await adapter.submit(step, signal);
          } catch (error) {
            throw signal.aborted ? abortedError(error) : error;
          }
        },
      };
    },
    [stops],
  ],
  "answers thrown away after an abort": [
    ({ fetch }, account) => {
      const adapter = palisade({ url, fetch, account });
      return {
        ...adapter,
        async submit(step, signal) {
          const operation = await adapter.submit(step, signal);
          if (signal.aborted) throw abortedError(signal.reason);
          return operation;
        },
      };
    },
    [stops],
  ],
  "a wait for its turn that is taken for silence": [
    ({ fetch }, account) => {
      const adapter = palisade({ url, fetch, account });
      return {
        ...adapter,
        async listGroups(signal) {
          signal.throwIfAborted();
          try {
            return await adapter.listGroups(signal);
          } catch (error) {
            throw signal.aborted ? new SecurityGroupError("unreachable", "no answer", { cause: error }) : error;
          }
        },
      };
    },
    [shares, stops],
  ],
  "writes repeated when their answer is lost": [
    ({ fetch }, account) => {
      const send: Account["send"] = async (request, by) => {
        const copy = request.clone();
        try {
          return await account.send(request, by);
        } catch (error) {
          if (request.signal.aborted) throw error;
          return account.send(copy, by);
        }
      };
      return { ...palisade({ url, fetch, account: sending(account, send) }), account };
    },
    [reports],
  ],
};

describe("an adapter over a wire fails where its fault belongs", () => {
  it.each(Object.entries(faults))("%s", async (_, [adapter, wanted]) => {
    expect(await failing(adapter)).toEqual(wanted);
  });

  it("in chapters that there are", () => {
    const titles = chapters.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining([shares, stops, reports]));
  });
});

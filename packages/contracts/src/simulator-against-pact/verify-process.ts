// A process of its own, because Pact's verifier prints its report past Node, and stands still in a worker thread.
import { Verifier } from "@pact-foundation/pact";

/** What the process is told. */
export interface VerifyOrder {
  readonly pactPath: string;
  readonly provider: string;
  /** Where the provider is. */
  readonly url: string;
  /** Takes `{ name, params }`, or null after an interaction, and answers with the values of the state. */
  readonly stateUrl: string;
  readonly states: readonly string[];
}

process.once("message", (message) => {
  void verify(message as VerifyOrder).then((result) => process.send?.(result, () => process.exit()));
});

async function verify({ pactPath, provider, url, stateUrl, states }: VerifyOrder): Promise<string> {
  const post = async (state: unknown): Promise<Record<string, string>> => {
    const response = await fetch(stateUrl, { method: "POST", body: JSON.stringify(state) });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Record<string, string>;
  };
  const handlers = states.map((name) => {
    const handler = { setup: (params?: unknown) => post({ name, params }), teardown: () => post(null) };
    return [name, handler] as const;
  });
  const verifier = new Verifier({
    provider,
    providerBaseUrl: url,
    pactUrls: [pactPath],
    stateHandlers: Object.fromEntries(handlers),
    logLevel: "error",
  });
  // What does not match is told as the text of an error.
  return verifier.verifyProvider().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
}

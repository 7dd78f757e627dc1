import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import type { CheckedCase, CheckName, CheckReport, ProviderName } from "./check-report.ts";
import { checkLive } from "./live/check-live.ts";
import { comparePact } from "./pact-against-spec/compare-pact.ts";
import { ownPacts, readPacts, type PactFile } from "./pact-file.ts";
import { providers, type Provider } from "./provider.ts";
import { replayPact } from "./simulator-against-pact/replay-pact.ts";
import { checkSpec } from "./check-spec.ts";
import { readVendorDocument } from "./spec-against-vendor/index.ts";

/** What is held to what, and what a live check is made with. */
export interface VerifyOptions {
  /** Default: both. */
  readonly provider?: ProviderName | undefined;
  /** A folder of pact files; default the adapters' own. */
  readonly pacts?: string | undefined;
  /** An OpenAPI document, as path or URL, in the place of the package's own. Only with `provider`. */
  readonly spec?: string | undefined;
  /** The vendor's own OpenAPI document, as path or URL. Only Gcore publishes one. */
  readonly upstream?: string | undefined;
  /** Where the live API is; default the vendor's public host. Only with `provider`. */
  readonly baseUrl?: string | undefined;
  /** Whether the live check may write, in a group that it makes and deletes itself. */
  readonly write?: boolean | undefined;
  /** Credentials and ids for the live check. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs every check for every provider asked for. A check that could not be run is a failed one, and the others go on.
 *
 * Throws when the options contradict each other or a pact cannot be read.
 */
export async function verify(options: VerifyOptions): Promise<readonly CheckReport[]> {
  if (options.provider === undefined && (options.spec !== undefined || options.baseUrl !== undefined))
    throw new Error("--spec and --base-url are about one vendor: say which with --provider ionos or --provider gcore.");
  const wanted = providers.filter(({ name }) => options.provider === undefined || options.provider === name);
  const pacts = await readPacts(options.pacts ?? ownPacts);
  const names = providers.map(({ pactName }) => pactName);
  const strangers = pacts.filter(({ provider }) => !names.includes(provider));
  const [stranger] = strangers;
  if (stranger !== undefined && options.provider === undefined)
    throw new Error(
      `${stranger.path} is about "${stranger.provider}", which is neither ${names.join(" nor ")}: say whom it means with --provider.`,
    );
  const reports: CheckReport[] = [];
  for (const provider of wanted) {
    const own = pacts.filter((pact) => pact.provider === provider.pactName || strangers.includes(pact));
    reports.push(...(await verifyProvider(provider, own, options)));
  }
  return reports;
}

async function verifyProvider(
  provider: Provider,
  pacts: readonly PactFile[],
  options: VerifyOptions,
): Promise<readonly CheckReport[]> {
  const { name } = provider;
  const document: OpenApiDocument =
    options.spec === undefined ? provider.document : await readVendorDocument(options.spec);
  const run = async (check: CheckName, work: () => Promise<Outcome>): Promise<CheckReport> => ({
    check,
    provider: name,
    ...(await work().catch((error: unknown) => ({
      cases: [{ name: "the check itself", problems: [error instanceof Error ? error.message : String(error)] }],
    }))),
  });
  const eachPact = async (work: (pact: PactFile) => Promise<readonly CheckedCase[]>): Promise<Outcome> => {
    if (pacts.length === 0) return { cases: [], skipped: `no pact with ${provider.pactName} in the folder` };
    const cases: CheckedCase[] = [];
    for (const pact of pacts) cases.push(...(await work(pact)));
    return { cases };
  };
  return [
    await run("pact-against-spec", () => eachPact((pact) => comparePact(pact, document))),
    await run("simulator-against-pact", () => eachPact((pact) => replayPact(pact, name))),
    await run("spec-against-vendor", () => checkSpec(name, document, options.upstream)),
    await run("live", () => checkLive(provider, document, pacts, options)),
  ];
}

type Outcome = Pick<CheckReport, "cases" | "skipped">;

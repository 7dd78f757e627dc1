import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import type { CheckReport } from "../check-report.ts";
import type { PactFile } from "../pact-file.ts";
import type { Provider } from "../provider.ts";
import { readAccess } from "./credentials.ts";
import { gcoreLive } from "./gcore-live.ts";
import { ionosLive } from "./ionos-live.ts";
import { liveInteractions, perform, type LiveContext } from "./live-interactions.ts";
import { openSession } from "./live-session.ts";
import type { LiveVendor, Values } from "./live-vendor.ts";

const vendors: Readonly<Record<Provider["name"], LiveVendor>> = { ionos: ionosLive, gcore: gcoreLive };

export interface LiveOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly baseUrl?: string | undefined;
  readonly write?: boolean | undefined;
  /** Between two looks at work that is under way; default 2000. */
  readonly pauseMs?: number | undefined;
}

/** Plays the pacts' interactions against the API itself: the reads, and the writes when asked to. Skipped without credentials. */
export async function checkLive(
  { name, document: own }: Provider,
  document: OpenApiDocument,
  pacts: readonly PactFile[],
  options: LiveOptions,
): Promise<Pick<CheckReport, "cases" | "skipped">> {
  const access = readAccess(name, options.environment);
  if ("missing" in access) return { cases: [], skipped: access.missing };
  const host = options.baseUrl ?? own.servers[0]?.url ?? "";
  const context: LiveContext = {
    session: openSession(host, access.authorization, options.pauseMs),
    document,
    interactions: liveInteractions(pacts),
    cases: [],
  };
  await play(context, vendors[name], access.values, options.write ?? false).catch((error: unknown) => {
    const problem = error instanceof Error ? error.message : String(error);
    context.cases.push({ name: "the check itself", problems: [problem] });
  });
  return { cases: context.cases };
}

async function play(context: LiveContext, vendor: LiveVendor, values: Values, mayWrite: boolean): Promise<void> {
  const known = { ...values, ...(await vendor.discover(context, values)) };
  for (const each of context.interactions) {
    if (each.interaction.request.method === "GET") await perform(context, each, known);
  }
  await vendor.learn(context, known);
  if (mayWrite) await vendor.write(context, values);
}

import { SecurityGroupError } from "@secgroup/core";
import { serveSimulator, type ServedSimulator, type Simulator } from "@secgroup/simulator";
import type { SimulateFlags } from "../commands/simulate.ts";
import type { Context } from "../context.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { stylesFor } from "../render/styles.ts";
import { writeLines } from "../render/write.ts";
import { createSimulatedClouds } from "../simulate/create-simulated-clouds.ts";
import { simulated, simulatedEnvironment } from "../simulate/simulated-account.ts";
import { untilAborted } from "./until-aborted.ts";

const defaultPort = 8080;

/** `secgroup simulate`: serves until it is interrupted, which is its regular end. */
export async function runSimulate(
  context: Context,
  { port = defaultPort, host = "127.0.0.1", seed = false }: SimulateFlags,
): Promise<ExitCode> {
  const { simulator, seeded } = createSimulatedClouds(seed, { now: () => context.clock.now() });
  const served = await serve(simulator, port, host);
  const styles = stylesFor(context.stdout);
  writeLines(context.stdout, [
    `# Simulated IONOS Cloud and Gcore at ${styles.bold(served.url)}; Ctrl-C ends it.`,
    ...(isOfThisMachine(host) ? [] : remarks),
    ...Object.entries(simulatedEnvironment(served.url)).map(([name, value]) => `export ${name}=${value}`),
    `# IONOS Cloud: datacenter ${simulated.datacenter}; Gcore: project ${simulated.project}, region ${simulated.region}`,
    ...seeded.map(({ cloud, name, id }) => `# ${cloud} group ${name}: ${id}`),
    `# States that a group passed through: ${served.url}/_simulator/history/GROUP_ID`,
  ]);
  await untilAborted(context.signal);
  await served.close();
  return exitCode.success;
}

/** secgroup and the adapters refuse http to anything but these. */
function isOfThisMachine(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|::1)$/.test(host);
}

const remarks = [
  "# It listens for other machines too. Without TLS secgroup sends credentials to 127.0.0.1 only:",
  "# any other address has to be https, of something that ends TLS before this one.",
];

async function serve(simulator: Simulator, port: number, hostname: string): Promise<ServedSimulator> {
  try {
    return await serveSimulator(simulator, { port, hostname });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SecurityGroupError("usage", `cannot listen on ${hostname}:${port}: ${why}`, {
      hint: "Choose another --port; 0 takes any free one.",
      cause,
    });
  }
}

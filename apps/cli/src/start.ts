import type { Output } from "./context.ts";
import { openOutput } from "./output/open-output.ts";
import { readVersion } from "./read-version.ts";

/** Runs the command line of this process and sets its exit code. */
export async function start(): Promise<void> {
  const inputs = process.argv.slice(2);
  if (inputs.length === 1 && inputs[0] === "--version") {
    // Scripts ask for it often, so it does not wait for the parser of command lines to be loaded.
    process.stdout.write(`${readVersion()}\n`);
    return;
  }
  const { main } = await import("./main.ts");
  const streams = { stdout: outputTo(process.stdout), stderr: outputTo(process.stderr) };
  process.exitCode = await main(inputs, streams, async () => {
    const { openProcessContext } = await import("./process-context.ts");
    return openProcessContext(streams);
  });
}

function outputTo(stream: NodeJS.WriteStream): Output {
  // Whoever reads may leave early (`| head`); what is being applied is still seen to its end.
  stream.on("error", () => {});
  return openOutput(stream, process.env);
}

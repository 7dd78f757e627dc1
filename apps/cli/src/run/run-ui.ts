import { SecurityGroupError } from "@secgroup/core";
import type { UiFlags } from "../commands/ui.ts";
import { createConsoleSession, type ConsoleSession } from "../console/console-session.ts";
import { serveConsole, type ServedConsole } from "../console/serve-console.ts";
import type { Context } from "../context.ts";
import { openDocument } from "../document/open-document.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { stylesFor } from "../render/styles.ts";
import { writeLines } from "../render/write.ts";
import { untilAborted } from "./until-aborted.ts";

/** `secgroup ui`: serves until it is interrupted, which is its regular end; an apply that runs then stops as it does in a terminal. */
export async function runUi(context: Context, { port = 0 }: UiFlags, named?: string): Promise<ExitCode> {
  const { file } = await openDocument(named, context);
  const session = createConsoleSession(named, context);
  const served = await serve(session, port);
  const styles = stylesFor(context.stdout);
  writeLines(context.stdout, [`${file}: ${styles.bold(served.url)}`, styles.dim("Ctrl-C ends it.")]);
  await untilAborted(context.signal);
  await session.ended();
  await served.close();
  return exitCode.success;
}

async function serve(session: ConsoleSession, port: number): Promise<ServedConsole> {
  try {
    return await serveConsole(session, port);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SecurityGroupError("usage", `cannot listen on port ${port}: ${why}`, {
      hint: "Choose another --port; without it any free one is taken.",
      cause,
    });
  }
}

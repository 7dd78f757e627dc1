import type { Browser, Page } from "playwright-core";
import { createConsoleSession } from "../src/console/console-session.ts";
import { serveConsole, type ServedConsole } from "../src/console/serve-console.ts";
import { drifted } from "../test/support/documents.ts";
import { createHarness, type Harness, type RunOptions } from "../test/support/harness.ts";

interface ConsoleOptions {
  /** Default: one that differs from the seeded clouds. */
  readonly document?: string;
  /** Does something to the seeded clouds before they are read. */
  readonly prepare?: (harness: Harness) => Promise<unknown> | void;
  /** How requests to the clouds are answered; default by the simulator. */
  readonly fetch?: NonNullable<RunOptions["fetch"]>;
  readonly colorScheme?: "light" | "dark";
}

/** Serves the console of the seeded clouds, and opens it, while a test looks at it. Throws when the page complained. */
export async function withConsole(
  browser: Browser,
  look: (page: Page, harness: Harness, served: ServedConsole) => Promise<void>,
  { document = drifted, prepare, fetch, colorScheme = "light" }: ConsoleOptions = {},
): Promise<void> {
  const harness = createHarness({ seed: true });
  harness.write("secgroup.yaml", document);
  await prepare?.(harness);
  const session = createConsoleSession(undefined, harness.openContext(fetch && { fetch }));
  const { url, close } = await serveConsole(session, 0);
  let closing: Promise<void> | undefined;
  const served = { url, close: async () => (closing ??= close()) };
  const page = await browser.newPage({ colorScheme, reducedMotion: "reduce" });
  const complaints: string[] = [];
  page.on("pageerror", (error) => void complaints.push(error.message));
  try {
    await page.goto(served.url);
    await look(page, harness, served);
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  } finally {
    await page.close();
    await session.ended();
    await served.close();
  }
}

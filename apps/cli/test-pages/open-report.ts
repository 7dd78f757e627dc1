import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { createHarness, type Harness } from "../test/support/harness.ts";

interface ReportOptions {
  readonly flags?: string;
  /** Does something to the seeded clouds before they are read. */
  readonly prepare?: (harness: Harness) => Promise<unknown> | void;
}

/** The address of the page of a plan, as a file. */
export async function reportOf(document: string, { flags = "", prepare }: ReportOptions = {}): Promise<string> {
  const harness = createHarness({ seed: true });
  harness.write("secgroup.yaml", document);
  await prepare?.(harness);
  await harness.run(`plan --html report.html ${flags}`);
  return pathToFileURL(join(harness.folder, "report.html")).href;
}

export interface Opened {
  readonly page: Page;
  /** What the page complained about, and what it asked of others than its own file. */
  readonly complaints: readonly string[];
}

export async function openReport(
  browser: Browser,
  url: string,
  colorScheme: "light" | "dark" = "light",
): Promise<Opened> {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const complaints: string[] = [];
  page.on("console", (message) => void complaints.push(message.text()));
  page.on("pageerror", (error) => void complaints.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) complaints.push(request.url());
  });
  await page.goto(url);
  await page.locator("h1").waitFor();
  return { page, complaints };
}

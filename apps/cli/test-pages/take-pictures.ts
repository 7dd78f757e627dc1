// Takes the pictures of the documentation anew: `pnpm --filter secgroup run take-pictures`.
import { openChromium } from "@secgroup/chromium";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { createConsoleSession } from "../src/console/console-session.ts";
import { serveConsole } from "../src/console/serve-console.ts";
import { drifted } from "../test/support/documents.ts";
import { createHarness } from "../test/support/harness.ts";
import { pictures, type Picture } from "./pictures.ts";

const folder = fileURLToPath(new URL("../../../docs/pictures/", import.meta.url));
const taken = new Set<Picture>();

async function take(page: Page, picture: Picture): Promise<void> {
  await page.screenshot({ path: join(folder, `${picture}.png`) });
  taken.add(picture);
}

/** Those of a report: what stands behind the page's `#`, and the colours. */
const ofReport = [
  ["plan-overview", "", "light"],
  ["plan-group", "fra/web", "light"],
  ["plan-group-dark", "fra/web", "dark"],
] as const;

const { run, write, openContext, folder: work } = createHarness({ seed: true });
// So that the page bears the name of its document, and not a way to it.
process.chdir(work);
write("secgroup.yaml", drifted);
await run("plan --html report.html");
const viewport = { width: 1000, height: 620 };
const browser = await openChromium();
await mkdir(folder, { recursive: true });
for (const [name, address, colorScheme] of ofReport) {
  const page = await browser.newPage({ colorScheme, viewport });
  await page.goto(`${pathToFileURL(join(work, "report.html")).href}#${address}`);
  await page.locator("h1").waitFor();
  await take(page, name);
}

const session = createConsoleSession(undefined, openContext());
const served = await serveConsole(session, 0);
const page = await browser.newPage({ viewport });
await page.goto(served.url);
await page.getByRole("button", { name: "Apply…" }).click();
const dialog = page.getByRole("dialog");
await dialog.waitFor();
await take(page, "console-confirm");
await dialog.getByRole("button", { name: "Apply", exact: true }).click();
await page.getByText("3 of 3, as planned").waitFor();
await page.getByText("Nothing to do").waitFor();
await take(page, "console-applied");
await page.close();
await session.ended();
await served.close();

await browser.close();
await rm(work, { recursive: true });

const left = pictures.filter((picture) => !taken.has(picture));
if (left.length > 0) throw new Error(`nobody takes ${left.join(", ")}`);

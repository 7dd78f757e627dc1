// Takes the pictures of the documentation anew: `pnpm --filter secgroup run take-pictures`.
import { openChromium } from "@secgroup/chromium";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { drifted } from "../test/support/documents.ts";
import { createHarness } from "../test/support/harness.ts";

const folder = fileURLToPath(new URL("../../../docs/pictures/", import.meta.url));
/** Every picture by its name: what stands behind the page's `#`, and the colours. */
const pictures = [
  ["plan-overview", "", "light"],
  ["plan-group", "fra/web", "light"],
  ["plan-group-dark", "fra/web", "dark"],
] as const;

const { run, write, folder: work } = createHarness({ seed: true });
// So that the page bears the name of its document, and not a way to it.
process.chdir(work);
write("secgroup.yaml", drifted);
await run("plan --html report.html");
await mkdir(folder, { recursive: true });
const browser = await openChromium();
for (const [name, address, colorScheme] of pictures) {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1000, height: 620 } });
  await page.goto(`${pathToFileURL(join(work, "report.html")).href}#${address}`);
  await page.locator("h1").waitFor();
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
await browser.close();
await rm(work, { recursive: true });

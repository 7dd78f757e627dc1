import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { once } from "node:events";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import { compareLines } from "./expected-lines.ts";
import type { Answers } from "./plan-and-explain.ts";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Opens a page with the script in Chromium, and reads what it shows. */
export async function tryInChromium(script: string, answers: Answers): Promise<readonly string[]> {
  const executablePath = findChromium();
  const server = createServer((request, response) => {
    response.setHeader("content-type", request.url === "/script.js" ? "text/javascript" : "text/html; charset=utf-8");
    if (request.url === "/script.js") void readFile(script).then((code) => response.end(code));
    else response.end(page(answers));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    const tab = await browser.newPage();
    const errors: string[] = [];
    tab.on("pageerror", (error) => errors.push(`the page failed: ${error.message}`));
    tab.on("console", (message) => errors.push(`the page wrote to its console: ${message.text()}`));
    await tab.goto(`http://127.0.0.1:${port}/`);
    await tab
      .locator("ol[data-state=done]")
      .waitFor({ timeout: 30_000 })
      .catch(() => errors.push("the page never came to an end"));
    const lines = await tab.locator("li").allTextContents();
    return [...errors, ...compareLines(lines)];
  } finally {
    await browser.close();
    server.close();
  }
}

const page = (answers: Answers): string => `<!doctype html>
<title>secgroup in a page</title>
<link rel="icon" href="data:," />
<ol></ol>
<script src="/script.js"></script>
<script type="module">
  const list = document.querySelector("ol");
  for (const line of await tryPackages(${JSON.stringify(answers).replaceAll("<", "\\u003c")}))
    list.append(Object.assign(document.createElement("li"), { textContent: line }));
  list.dataset.state = "done";
</script>
`;

/** The browser of `CHROMIUM_PATH`, or the first on the PATH. Throws when there is none. */
function findChromium(): string {
  const told = process.env["CHROMIUM_PATH"];
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const candidates = told === undefined ? folders.flatMap((folder) => names.map((name) => join(folder, name))) : [told];
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined)
    throw new Error(
      told === undefined
        ? "there is no Chromium on the PATH; install it (apt-get install chromium), or say in CHROMIUM_PATH where it is"
        : `CHROMIUM_PATH is ${told}, where nothing is`,
    );
  return found;
}

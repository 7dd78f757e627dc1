import { openChromium } from "@secgroup/chromium";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { once } from "node:events";
import { compareLines } from "./expected-lines.ts";
import type { Answers } from "./plan-and-explain.ts";

/** Opens a page with the script in Chromium, and reads what it shows. */
export async function tryInChromium(script: string, answers: Answers): Promise<readonly string[]> {
  const browser = await openChromium();
  const server = createServer((request, response) => {
    response.setHeader("content-type", request.url === "/script.js" ? "text/javascript" : "text/html; charset=utf-8");
    if (request.url === "/script.js") void readFile(script).then((code) => response.end(code));
    else response.end(page(answers));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
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

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drifted } from "../test/support/documents.ts";
import { createHarness } from "../test/support/harness.ts";
import { findViolations } from "./find-violations.ts";
import { openBrowser } from "./open-browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The page of a plan, as a file. */
async function planned(document: string, flags = ""): Promise<string> {
  const { run, write, folder } = createHarness({ seed: true });
  write("secgroup.yaml", document);
  expect((await run(`plan --html report.html ${flags}`)).code).toBe(0);
  return pathToFileURL(join(folder, "report.html")).href;
}

interface Opened {
  readonly page: Page;
  /** What the page complained about, and what it asked of others than its own file. */
  readonly complaints: readonly string[];
}

async function open(url: string, colorScheme: "light" | "dark" = "light"): Promise<Opened> {
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

describe("the page of a plan", () => {
  it("shows what the whole plan opens and closes, and asks nobody for anything", async () => {
    const { page, complaints } = await open(await planned(drifted));
    expect(await page.title()).toMatch(/^secgroup plan: .*secgroup\.yaml$/);
    const text = await page.locator("main").innerText();
    expect(text).toContain("opens ingress tcp/443 from any");
    expect(text).toContain("closes ingress tcp/22 from any but 203.0.113.0/24 (IPv4)");
    expect(text).toContain("opens ingress tcp/5432 from group:web");
    expect(text).toContain("retired: delete the group");
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each(["light", "dark"] as const)("is in order for those who cannot see it well, %s", async (scheme) => {
    const { page } = await open(await planned(drifted), scheme);
    expect(await findViolations(page)).toEqual([]);
    for (const link of await page.locator("nav a").all()) {
      await link.click();
      expect(await findViolations(page)).toEqual([]);
    }
    await page.close();
  });

  it("explains the packets of each cell, by keys and under the cursor, and nothing moves", async () => {
    const { page, complaints } = await open(await planned(drifted));
    await page.getByRole("link", { name: /^web/ }).first().click();
    const told = async (): Promise<string> => (await page.locator("figcaption").innerText()).replaceAll(/\n+/g, "\n");
    const boxOf = async (): Promise<unknown> => page.getByRole("heading", { name: /rules$/ }).boundingBox();
    const place = await boxOf();
    expect(await told()).toContain("tcp/23 from any other address\ncloses: allowed now, refused after the plan");
    await page.getByRole("application").focus();
    await page.keyboard.press("End");
    expect(await told()).toContain("tcp/443 from any other address\nopens: refused now, allowed after the plan");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    expect(await told()).toContain("tcp/22 from 203.0.113.0/24\nallowed, before and after");
    const canvas = await page.locator("canvas").boundingBox();
    if (canvas === null) throw new Error("there is no picture");
    const before = await told();
    // The upper left cell begins behind the labels.
    await page.mouse.move(canvas.x + 195, canvas.y + 95);
    expect(await told()).not.toBe(before);
    expect(await told()).toContain("icmp/8 from any other address");
    expect(await boxOf()).toEqual(place);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("paints what opens red, what closes blue, and what stays neither", async () => {
    const { page } = await open(await planned(drifted));
    await page.getByRole("link", { name: /^web/ }).first().click();
    await page.mouse.move(0, 0);
    // The corner of each of the five cells of the first row, beside their signs and the mark.
    const colours = await page.evaluate(() => {
      const canvas = document.querySelector("canvas");
      const context = canvas?.getContext("2d");
      return [0, 1, 2, 3, 4].map((column) => [
        ...(context?.getImageData(190 + 72 * column + 8, 88 + 6, 1, 1).data ?? []),
      ]);
    });
    const kinds = colours.map(([red = 0, green = 0, blue = 0]) =>
      red > blue + 60 ? "red" : blue > red + 60 ? "blue" : Math.abs(red - green) < 30 ? "grey" : "other",
    );
    expect(kinds).toEqual(["grey", "grey", "blue", "grey", "red"]);
    await page.close();
  });

  it("draws a full group of 250 rules, and finds each cell", async () => {
    const rules = Array.from(
      { length: 123 },
      (_, index) => `      - { allow: tcp/${1000 + 7 * index}, from: 10.${index}.0.0/16 }`,
    );
    const more = Array.from(
      { length: 123 },
      (_, index) => `      - { allow: udp/${5000 + 3 * index}, from: 10.${index}.${index}.0/24 }`,
    );
    const document = `targets:\n  lux: { cloud: gcore }\ngroups:\n  big:\n    on: lux\n    ingress:\n${[...rules, ...more].join("\n")}\n`;
    const { page, complaints } = await open(`${await planned(document)}#lux/big`);
    const told = page.locator("figcaption");
    expect(await told.innerText()).toContain("opens");
    await page.getByRole("application").focus();
    await page.keyboard.press("End");
    await page.keyboard.press("PageDown");
    expect(await told.innerText()).toContain("udp/5366 from 10.122.122.0/24");
    const canvas = await page.locator("canvas").boundingBox();
    expect(canvas?.height).toBeLessThan(1200);
    expect(await findViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("shows what stands on a target and the document does not name, and nothing of it moves", async () => {
    const { run, write, folder, simulator } = createHarness({ seed: true });
    const rule = { direction: "ingress", ethertype: "IPv4", protocol: "tcp" } as const;
    simulator.gcore.addGroup(1, 1, {
      name: "bastion",
      description: "Made by hand",
      tags: { team: "edge" },
      rules: [
        { ...rule, port_range_min: 22, port_range_max: 22, description: "just for a moment" },
        { ...rule, port_range_min: 80, port_range_max: 80, remote_ip_prefix: "192.0.2.0/24" },
      ],
    });
    write("secgroup.yaml", drifted);
    await run("plan --html report.html");
    const { page, complaints } = await open(pathToFileURL(join(folder, "report.html")).href);
    expect(await page.locator("main").innerText()).toMatch(/Not in the document\s+bastion 2 rules/);
    await page.getByRole("navigation").getByRole("link", { name: "bastion" }).press("Enter");
    const text = await page.locator("main").innerText();
    expect(text).toContain("The document does not name this group");
    expect(text).toContain("Made by hand");
    expect(text).toMatch(/tag team\s+edge/);
    expect(text).toMatch(/ingress tcp\/22 from any \(IPv4\) just for a moment/);
    const list = page.getByRole("heading", { name: "2 rules" });
    const place = await list.boundingBox();
    await page.getByRole("application").focus();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowDown");
    expect(await page.locator("figcaption").innerText()).toContain("tcp/80 from 192.0.2.0/24");
    expect(await list.boundingBox()).toEqual(place);
    expect(await findViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("shows the rules of a group that is as declared, and marks it so", async () => {
    const { run, write, folder } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    await run("apply --yes");
    await run("plan --html report.html");
    const { page } = await open(pathToFileURL(join(folder, "report.html")).href);
    expect(await page.locator("main").innerText()).toMatch(/As declared\s+web 8 rules/);
    await page.getByRole("link", { name: "database as declared" }).click();
    expect(await page.locator("main").innerText()).toMatch(/2 rules[^]*ingress tcp\/5432 from group:web/);
    expect(await findViolations(page)).toEqual([]);
    await page.close();
  });

  it("says which target could not be read, beside those that could", async () => {
    const { run, write, folder, simulator } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    simulator.gcore.refuseNextCall({ status: 403 });
    await run("plan --html report.html");
    const { page } = await open(pathToFileURL(join(folder, "report.html")).href);
    expect(await page.getByRole("region", { name: "What could not be read" }).innerText()).toContain(
      "lux: Gcore answered 403",
    );
    expect(await page.getByRole("navigation").innerText()).toMatch(/lux\s+could not be read/);
    expect(await findViolations(page)).toEqual([]);
    await page.close();
  });

  it("fits on a telephone without moving sideways", async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${await planned(drifted)}#fra/web`);
    await page.locator("canvas").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.close();
  });

  it("is dark or light as somebody chooses, or as the system changes", async () => {
    const { page } = await open(await planned(drifted));
    const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByLabel("dark").check();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await ground()).toBe(dark);
    await page.getByLabel("auto").check();
    expect(await ground()).toBe(light);
    await page.emulateMedia({ colorScheme: "dark" });
    // The page is told with its next frame.
    await expect.poll(ground).toBe(dark);
    await page.close();
  });
});

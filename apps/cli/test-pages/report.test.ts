import { openChromium } from "@secgroup/chromium";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drifted } from "../test/support/documents.ts";
import { findViolations } from "./find-violations.ts";
import { openReport, reportOf, type Opened } from "./open-report.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

const open = (url: string, colorScheme?: "light" | "dark"): Promise<Opened> => openReport(browser, url, colorScheme);

/** Where the cells begin below and beside the labels of the group `web`, of which "any other address" is the longest. */
const cells = { left: 8 + 7 * "any other address".length, top: 88 };

describe("the page of a plan", () => {
  it("shows what the whole plan opens and closes, and asks nobody for anything", async () => {
    const { page, complaints } = await open(await reportOf(drifted));
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
    const { page } = await open(await reportOf(drifted), scheme);
    expect(await findViolations(page)).toEqual([]);
    for (const link of await page.locator("nav a").all()) {
      await link.click();
      expect(await findViolations(page)).toEqual([]);
    }
    await page.close();
  });

  it("explains the packets of each cell, by keys and under the cursor, and nothing moves", async () => {
    const { page, complaints } = await open(await reportOf(drifted));
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
    await page.mouse.move(canvas.x + cells.left + 5, canvas.y + cells.top + 7);
    expect(await told()).not.toBe(before);
    expect(await told()).toContain("icmp/8 from any other address");
    expect(await boxOf()).toEqual(place);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("paints what opens red, what closes blue, and what stays neither", async () => {
    const { page } = await open(await reportOf(drifted));
    await page.getByRole("link", { name: /^web/ }).first().click();
    await page.mouse.move(0, 0);
    // The corner of each of the five cells of the first row, beside their signs and the mark.
    const colours = await page.evaluate(({ left, top }) => {
      const canvas = document.querySelector("canvas");
      const context = canvas?.getContext("2d");
      return [0, 1, 2, 3, 4].map((column) => [
        ...(context?.getImageData(left + 72 * column + 8, top + 6, 1, 1).data ?? []),
      ]);
    }, cells);
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
    const { page, complaints } = await open(`${await reportOf(document)}#lux/big`);
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

  it("shows of a large picture what changes, and the whole when somebody asks", async () => {
    const port = (index: number): number => 1000 + 7 * index;
    const standing = Array.from({ length: 245 }, (_, index) => ({
      direction: "ingress" as const,
      ethertype: "IPv4" as const,
      protocol: "tcp",
      port_range_min: port(index),
      port_range_max: port(index),
      remote_ip_prefix: `10.${index}.0.0/16`,
    }));
    const rules = standing.map((_, index) => `{ allow: tcp/${port(index)}, from: 10.${index}.0.0/16 }`);
    const changed = rules.with(120, `{ allow: tcp/${port(120) + 1}, from: 10.120.0.0/16 }`);
    const document = `targets: { lux: { cloud: gcore } }\ngroups: { big: { on: lux, ingress: [${changed.join()}] } }\n`;
    const { page, complaints } = await open(
      `${await reportOf(document, {
        prepare: ({ simulator }) => void simulator.gcore.addGroup(1, 1, { name: "big", rules: standing }),
      })}#lux/big`,
    );
    const told = page.locator("figcaption");
    const height = async (): Promise<number> => (await page.locator("canvas").boundingBox())?.height ?? 0;
    const choice = page.getByLabel("only where something changes: 1 of 245 rows, 2 of 246 columns");
    expect(await choice.isChecked()).toBe(true);
    expect(await height()).toBeLessThan(200);
    expect(await told.innerText()).toMatch(/tcp\/1840 from 10\.120\.0\.0\/16\s+closes/);
    await page.getByRole("application").focus();
    await page.keyboard.press("ArrowRight");
    expect(await told.innerText()).toMatch(/tcp\/1841 from 10\.120\.0\.0\/16\s+opens/);
    await choice.focus();
    await page.keyboard.press("Space");
    expect(await height()).toBeGreaterThan(900);
    expect(await told.innerText()).toMatch(/tcp\/1840 from 10\.120\.0\.0\/16\s+closes/);
    expect(await findViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("marks where a group has changes, and says of its fields and labels what they become", async () => {
    const { page } = await open(`${await reportOf(drifted)}#fra/web`);
    const panel = (name: string): Promise<number> => page.getByRole("radio", { name, exact: true }).count();
    expect(await panel("ingress IPv4 opens traffic closes traffic")).toBe(1);
    expect(await panel("ingress IPv6 opens traffic")).toBe(1);
    expect(await panel("egress IPv4")).toBe(1);
    expect(await page.locator("main").innerText()).toContain(
      'ingress tcp/22 from 203.0.113.0/24 (IPv4) "ssh" → "admins"',
    );
    await page.getByRole("navigation").getByRole("link", { name: "web closes traffic", exact: true }).click();
    expect(await page.locator("main").innerText()).toContain('description: "Public web servers"');
    await page.close();
  });

  it("says which step may interrupt what, and what an apply has to be told", async () => {
    const document = `targets: { lux: { cloud: gcore } }
groups:
  web: { on: lux, ingress: [{ allow: ssh, from: any, description: "for a while" }] }
`;
    const rules = Array.from(
      { length: 14 },
      (_, index) => `{ allow: tcp/${index + 1}, from: 10.${index}.0.0/16 }`,
    ).join();
    const { page } = await open(
      await reportOf(document, {
        flags: "--relabel",
        prepare: async ({ run, write }) => {
          write(
            "before.yaml",
            document.replace(
              '{ allow: ssh, from: any, description: "for a while" }',
              `{ allow: ssh, from: any }, ${rules}`,
            ),
          );
          await run("apply before.yaml --yes --force");
        },
      }),
    );
    const text = await page.locator("main").innerText();
    expect(text).toContain("may interrupt tcp/22 from 198.51.100.7");
    expect(text).toContain("removes 14 of 16 rules: apply needs --force");
    expect(text).toContain("… and 2 more");
    await page.close();
  });

  it("begins at the top of what a link leads to", async () => {
    const { page } = await open(await reportOf(drifted));
    await page.setViewportSize({ width: 1280, height: 400 });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.locator("main").getByRole("link", { name: "database" }).click();
    await page.getByRole("heading", { level: 1, name: "database on lux" }).waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("database on lux");
    await page.close();
  });

  it("fits on a telephone without moving sideways", async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${await reportOf(drifted)}#fra/web`);
    await page.locator("canvas").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await findViolations(page)).toEqual([]);
    await page.close();
  });

  it("is dark or light as somebody chooses, or as the system changes", async () => {
    const { page } = await open(await reportOf(drifted));
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

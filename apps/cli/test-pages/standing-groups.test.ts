import { openChromium } from "@secgroup/chromium";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { simulated } from "../src/simulate/simulated-account.ts";
import { drifted } from "../test/support/documents.ts";
import type { Harness } from "../test/support/harness.ts";
import { findViolations } from "./find-violations.ts";
import { openReport, reportOf } from "./open-report.ts";
import { withConsole } from "./with-console.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

describe("what stands on the targets", () => {
  it.each(["light", "dark"] as const)("shows groups that the document does not name, %s", async (colorScheme) => {
    const rule = { direction: "ingress", ethertype: "IPv4", protocol: "tcp" } as const;
    const prepare = ({ simulator }: Harness): void =>
      void simulator.gcore.addGroup(1, 1, {
        name: "bastion",
        description: "Made by hand",
        tags: { team: "edge" },
        rules: [
          { ...rule, port_range_min: 22, port_range_max: 22, description: "just for a moment" },
          { ...rule, port_range_min: 80, port_range_max: 80, remote_ip_prefix: "192.0.2.0/24" },
        ],
      });
    const look = async (page: Page): Promise<void> => {
      await page.getByRole("navigation").getByRole("link", { name: "bastion" }).waitFor();
      expect(await page.locator("main").innerText()).toMatch(/Not in the document\s+bastion 2 rules/);
      await page.getByRole("navigation").getByRole("link", { name: "bastion" }).press("Enter");
      await page.getByRole("heading", { level: 1, name: "bastion on lux" }).waitFor();
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
    };
    await withConsole(browser, look, { prepare, colorScheme });
  });

  it("does not say that a group allows nothing when nobody understands its rules", async () => {
    const prepare = ({ simulator }: Harness): void =>
      void simulator.ionos.addGroup(simulated.datacenter, {
        name: "odd",
        // Ports that end before they begin.
        rules: [{ type: "INGRESS", protocol: "TCP", ipVersion: "IPv4", portRangeStart: 22, portRangeEnd: 21 }],
      });
    const look = async (page: Page): Promise<void> => {
      await page.getByRole("navigation").getByRole("link", { name: "odd" }).click();
      await page.getByRole("heading", { level: 1, name: "odd on fra" }).waitFor();
      const text = await page.locator("main").innerText();
      expect(text).toContain("What the group allows is not known.");
      expect(text).toContain("cannot be understood");
      expect(text).not.toContain("allows nothing");
    };
    await withConsole(browser, look, { prepare });
  });

  it("shows the rules of a group that is as declared, and marks it so", async () => {
    const { page } = await openReport(browser, await reportOf(drifted, { prepare: ({ run }) => run("apply --yes") }));
    expect(await page.locator("main").innerText()).toMatch(/As declared\s+web 8 rules/);
    await page.getByRole("link", { name: "database as declared" }).click();
    await page.getByRole("heading", { level: 1, name: "database on lux" }).waitFor();
    expect(await page.locator("main").innerText()).toMatch(/2 rules[^]*ingress tcp\/5432 from group:web/);
    expect(await findViolations(page)).toEqual([]);
    await page.close();
  });

  it("says which target could not be read, beside those that could", async () => {
    const url = await reportOf(drifted, {
      prepare: ({ simulator }) => simulator.gcore.refuseNextCall({ status: 403 }),
    });
    const { page } = await openReport(browser, url);
    const problems = page.getByRole("region", { name: "What could not be read" });
    expect(await problems.innerText()).toMatch(/lux\s+Gcore answered 403[^]*target lux[^]*needs the role/);
    expect(await page.getByRole("navigation").innerText()).toMatch(/lux\s+could not be read/);
    expect(await findViolations(page)).toEqual([]);
    await page.close();
  });
});

import { openChromium } from "@secgroup/chromium";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drifted } from "../test/support/documents.ts";
import { findViolations } from "./find-violations.ts";
import { withConsole } from "./with-console.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

describe("the console in a browser", () => {
  it("shows the plan, asks before it applies, and tells how it went", async () => {
    await withConsole(browser, async (page, harness) => {
      await page.getByText("7 calls, 2 waves, no interruption possible").first().waitFor();
      expect(await findViolations(page)).toEqual([]);
      await page.getByRole("button", { name: "Apply…" }).click();
      const dialog = page.getByRole("dialog");
      expect(await dialog.innerText()).toContain("5 rules to add, 4 to remove");
      expect(await dialog.innerText()).toContain("deletes retired on fra");
      expect(await dialog.innerText()).toMatch(/^opens web on \w+: ingress tcp\/443 from /m);
      expect(await findViolations(page)).toEqual([]);
      await dialog.getByRole("button", { name: "Cancel" }).click();
      expect(harness.writesSince(0)).toEqual([]);
      const focused = async (): Promise<unknown> => page.evaluate(() => document.activeElement?.textContent);
      await expect.poll(focused).toBe("Apply…");
      await page.getByRole("button", { name: "Apply…" }).click();
      const heading = page.getByRole("heading", { level: 1 });
      const place = await heading.boundingBox();
      await dialog.getByRole("button", { name: "Apply", exact: true }).click();
      await page.getByRole("heading", { name: /^The last apply, .*\d:\d\d.*: as planned$/ }).waitFor();
      await expect.poll(focused).toMatch(/^The last apply/);
      await page.getByText("4 of 4, as planned").waitFor();
      await page.getByText("3 of 3, as planned").waitFor();
      await page.getByText("Nothing to do").waitFor();
      expect(await page.getByRole("button", { name: "Apply…" }).isDisabled()).toBe(true);
      expect(await findViolations(page)).toEqual([]);
      expect(await heading.boundingBox()).toEqual(place);
      expect(harness.writesSince(0)).toHaveLength(7);
    });
  });

  it("lets go of the last apply when it is closed, and when somebody plans again", async () => {
    await withConsole(browser, async (page, harness) => {
      await page.getByRole("button", { name: "Apply…" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Apply", exact: true }).click();
      const last = page.getByRole("heading", { name: "The last apply" });
      await page.getByText("Nothing to do").waitFor();
      await last.waitFor();
      harness.write("secgroup.yaml", `${drifted}grps: {}\n`);
      await page.getByRole("button", { name: "Plan again" }).click();
      await page.getByRole("alert").waitFor();
      expect(await page.getByText("as planned").count()).toBe(0);
      await page.reload();
      await last.waitFor();
      await page.getByRole("button", { name: "Close" }).click();
      expect(await last.count()).toBe(0);
    });
  });

  it("says that secgroup ui has ended, and how to go on when it ended during an apply", async () => {
    let isHeld = false;
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await withConsole(
      browser,
      async (page, _harness, served) => {
        await page.getByRole("button", { name: "Apply…" }).click();
        isHeld = true;
        await page.getByRole("dialog").getByRole("button", { name: "Apply", exact: true }).click();
        await page.getByRole("heading", { name: "Applying …" }).waitFor();
        await served.close();
        await page.getByRole("heading", { name: "secgroup ui has ended" }).waitFor();
        expect(await page.getByText("What was under way may still take effect").innerText()).toContain(
          "secgroup apply --resume",
        );
        expect(await page.getByText("Applying …").count()).toBe(0);
        expect(await findViolations(page)).toEqual([]);
        release();
      },
      {
        fetch: async (request, simulator) => {
          if (isHeld) await held;
          return simulator(request);
        },
      },
    );
  });

  it("does not offer to apply what needs the consent of a flag, and says so", async () => {
    const rules = (count: number): string =>
      Array.from({ length: count }, (_, index) => `{ allow: tcp/${index + 1}, from: 192.0.2.0/24 }`).join();
    const document = (count: number): string =>
      `targets: { lux: { cloud: gcore } }\ngroups: { many: { on: lux, ingress: [${rules(count)}] } }\n`;
    await withConsole(
      browser,
      async (page, harness) => {
        await page.getByRole("button", { name: "Apply…" }).waitFor();
        await harness.run("apply --yes");
        harness.write("secgroup.yaml", document(2));
        const count = harness.writesSince(0).length;
        await page.getByRole("button", { name: "Plan again" }).click();
        await page.getByText("removes 18 of 20 rules: apply needs --force").waitFor();
        await page.getByRole("button", { name: "Apply…" }).click();
        const dialog = page.getByRole("dialog");
        expect(await dialog.innerText()).toContain("many on lux removes 18 of 20 rules: apply needs --force");
        expect(await dialog.getByRole("button", { name: "Apply", exact: true }).count()).toBe(0);
        expect(await findViolations(page)).toEqual([]);
        await dialog.getByRole("button", { name: "Cancel" }).click();
        expect(harness.writesSince(0)).toHaveLength(count);
      },
      { document: document(20) },
    );
  });

  it("says why nothing was applied when somebody else was faster", async () => {
    await withConsole(browser, async (page, harness) => {
      await page.getByRole("button", { name: "Apply…" }).waitFor();
      const [web] = harness.simulator.gcore.groups(1, 1);
      if (web === undefined) throw new Error("there is no group");
      harness.simulator.gcore.editRules(web.id, (rules) => rules.slice(1));
      await page.getByRole("button", { name: "Apply…" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Apply", exact: true }).click();
      await page.getByRole("heading", { name: "Nothing was applied" }).waitFor();
      expect(harness.writesSince(0)).toEqual([]);
    });
  });

  it("says what is wrong with the document, and shows the plan once it is right", async () => {
    await withConsole(
      browser,
      async (page, harness) => {
        const alert = page.getByRole("alert");
        expect(await alert.innerText()).toMatch(
          /^targets: .*\n+at .*secgroup\.yaml:1:10\n+Correct the document there; [^\n]*$/,
        );
        expect(await findViolations(page)).toEqual([]);
        harness.write("secgroup.yaml", drifted);
        await page.getByRole("button", { name: "Try again" }).click();
        await page.getByText("7 calls, 2 waves").first().waitFor();
      },
      { document: "targets: nothing\n" },
    );
  });
});

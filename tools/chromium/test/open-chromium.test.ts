import { afterEach, expect, it, vi } from "vitest";
import { openChromium } from "../src/open-chromium.ts";

afterEach(() => vi.unstubAllEnvs());

it("says when CHROMIUM_PATH leads to no program", async () => {
  vi.stubEnv("CHROMIUM_PATH", "/nowhere/chromium");
  await expect(openChromium()).rejects.toThrow("CHROMIUM_PATH is /nowhere/chromium, where no program is.");
});

it("says what to install when there is none on the path", async () => {
  vi.stubEnv("CHROMIUM_PATH", undefined);
  vi.stubEnv("PATH", "/nowhere");
  await expect(openChromium()).rejects.toThrow("apt-get install chromium");
});

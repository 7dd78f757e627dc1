import { describe, expect, it } from "vitest";
import { createHarness } from "./support/harness.ts";

describe("secgroup demo", () => {
  it("plans, applies, and has nothing to do at the end, in a screenful", async () => {
    const { run } = createHarness();
    const { code, stdout, stderr } = await run("demo", { isTerminal: true });
    expect(code).toBe(0);
    expect(stdout).toContain("demo/secgroup.yaml");
    expect(stdout).toContain("  ~ web  2 added, 1 removed (unlistedRules: remove), 1 relabelled, 5 kept\n");
    expect(stdout).toContain(
      "✓ fra  4 steps done, read back, as planned\n✓ lux  3 steps done, read back, as planned\n",
    );
    expect(stdout.slice(stdout.lastIndexOf("$ secgroup plan"))).toContain(
      "Nothing to do: the clouds are as the document says",
    );
    expect(stderr).toContain("4 of 4  as planned");
    const lines = stdout.split("\n").filter((line) => line !== "");
    expect(lines.length).toBeLessThanOrEqual(40);
    // The name of the document's folder is not the demo's to choose.
    for (const line of lines.filter((text) => !text.includes("demo/secgroup.yaml")))
      expect(line.length).toBeLessThanOrEqual(80);
  });

  it("says the same every time", async () => {
    const first = await createHarness().run("demo");
    const second = await createHarness().run("demo");
    expect(second.stdout.replaceAll(/secgroup-test-\w+/g, "")).toBe(first.stdout.replaceAll(/secgroup-test-\w+/g, ""));
  });
});

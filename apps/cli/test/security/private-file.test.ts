import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openPrivateLog } from "../../src/private-file/open-private-log.ts";
import { writePrivateFile } from "../../src/private-file/write-private-file.ts";
import { drifted } from "../support/documents.ts";
import { createHarness } from "../support/harness.ts";

const newFolder = (): string => mkdtempSync(join(tmpdir(), "secgroup-private-"));
const modeOf = (file: string): number => statSync(file).mode & 0o777;

/** Each of them puts `text` into the file. */
const ways: readonly (readonly [name: string, write: (file: string, text: string) => Promise<void>])[] = [
  ["a file that is written at once", writePrivateFile],
  [
    "a file that grows",
    async (file, text) => {
      const log = await openPrivateLog(file);
      await log.append(text);
      await log.close();
    },
  ],
];

describe.each(ways)("%s", (_name, write) => {
  it("can be read by its owner only, also when it was there for all to read", async () => {
    const folder = newFolder();
    await write(join(folder, "new"), "text");
    expect(modeOf(join(folder, "new"))).toBe(0o600);
    writeFileSync(join(folder, "old"), "");
    chmodSync(join(folder, "old"), 0o666);
    await write(join(folder, "old"), "text");
    expect(modeOf(join(folder, "old"))).toBe(0o600);
    expect(readFileSync(join(folder, "old"), "utf8").trim()).toBe("text");
    expect(readdirSync(folder).toSorted()).toEqual(["new", "old"]);
  });

  it("is neither written through a link nor in its place", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "victim"), "as it was");
    for (const [name, to] of [
      ["link", "victim"],
      ["dangling", "nowhere"],
    ] as const) {
      symlinkSync(to, join(folder, name));
      await expect(write(join(folder, name), "text")).rejects.toThrow("it is a link; name the file that it leads to");
    }
    expect(readFileSync(join(folder, "victim"), "utf8")).toBe("as it was");
    expect(readdirSync(folder).toSorted()).toEqual(["dangling", "link", "victim"]);
  });

  it("does not take the place of a folder or a device", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, "folder"));
    await expect(write(join(folder, "folder"), "text")).rejects.toThrow("it is a folder or a device, not a file");
    await expect(write("/dev/null", "text")).rejects.toThrow("it is a folder or a device, not a file");
    expect(readdirSync(folder)).toEqual(["folder"]);
  });
});

describe("a file that is written at once", () => {
  it("stays as it was when the new text cannot be put in its place", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "plan.json"), "the old one");
    const unwritable: unknown = Symbol("no text");
    await expect(writePrivateFile(join(folder, "plan.json"), unwritable as string)).rejects.toThrow();
    expect(readFileSync(join(folder, "plan.json"), "utf8")).toBe("the old one");
    expect(readdirSync(folder)).toEqual(["plan.json"]);
  });

  it("is another file from then on, so that whoever has the old one open never sees half of the new", async () => {
    const file = join(newFolder(), "plan.json");
    await writePrivateFile(file, "one");
    const before = statSync(file).ino;
    await writePrivateFile(file, "two");
    expect(statSync(file).ino).not.toBe(before);
  });
});

describe("a file that grows", () => {
  it("keeps what it holds, and its lines stand in the order in which they were given", async () => {
    const file = join(newFolder(), "journal");
    writeFileSync(file, "first\n");
    const log = await openPrivateLog(file);
    await Promise.all(Array.from({ length: 20 }, (_, index) => log.append(`line ${index}`)));
    await log.close();
    expect(readFileSync(file, "utf8").split("\n")).toEqual([
      "first",
      ...Array.from({ length: 20 }, (_, index) => `line ${index}`),
      "",
    ]);
  });

  it("never mixes lines, however long they take to write", async () => {
    const file = join(newFolder(), "journal");
    const log = await openPrivateLog(file);
    const lines = ["a".repeat(8_000_000), "b", "c".repeat(3_000_000), "d"];
    await Promise.all(lines.map((line) => log.append(line)));
    await log.close();
    expect(readFileSync(file, "utf8") === `${lines.join("\n")}\n`).toBe(true);
  });

  it("loses only the line that a crash cut off", async () => {
    const file = join(newFolder(), "journal");
    writeFileSync(file, '{"a":1}\n{"b":');
    const log = await openPrivateLog(file);
    await log.append('{"c":3}');
    await log.close();
    expect(readFileSync(file, "utf8")).toBe('{"a":1}\n{"b":\n{"c":3}\n');
  });

  it("says when a line could not be written, and takes the next one", async () => {
    const log = await openPrivateLog(join(newFolder(), "journal"));
    await log.close();
    await expect(log.append("late")).rejects.toThrow();
    await expect(log.append("later")).rejects.toThrow();
  });
});

describe("a plan file", () => {
  it("is refused when any part of its end is missing", async () => {
    const { run, write, read, writesSince } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    expect((await run("plan --out plan.json")).code).toBe(0);
    const text = read("plan.json").trimEnd();
    for (const part of [0.001, 0.01, 0.1, 0.5, 0.9, 0.999]) {
      write("plan.json", text.slice(0, Math.floor(text.length * part)));
      const { code, stderr } = await run("apply plan.json --yes");
      expect(code).toBe(1);
      expect(stderr).toMatch(/^error invalid-(plan: the plan file was cut off or damaged|document: )/);
    }
    write("plan.json", text.slice(0, -1));
    expect((await run("apply plan.json --yes")).stderr).toBe(
      "error invalid-plan: the plan file was cut off or damaged\n  at plan.json\n  hint: Make a new plan with `secgroup plan --out`; a plan file is not meant to be edited.\n",
    );
    expect(writesSince(0)).toEqual([]);
  });

  it("is not written through a link", async () => {
    const { run, write, folder } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    symlinkSync("/dev/null", join(folder, "plan.json"));
    expect((await run("plan --out plan.json")).stderr).toContain(
      "error usage: the plan cannot be written to plan.json: it is a link; name the file that it leads to, or remove it",
    );
  });

  it("that is larger than any plan is refused unread", async () => {
    const { run, folder } = createHarness();
    symlinkSync("/dev/zero", join(folder, "plan.json"));
    expect((await run("apply plan.json --yes")).stderr).toContain(
      "error usage: plan.json is larger than 64 MiB, the most that is read",
    );
  });
});

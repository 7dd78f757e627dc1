import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Environment } from "../../src/context.ts";
import { canaryEnvironment, createHarness, type Harness } from "../support/harness.ts";
import { root } from "./find-documents.ts";

/** Where the blocks of one document run: a folder, simulated clouds, and what was exported so far. */
export interface Story {
  readonly harness: Harness;
  environment: Environment;
  readonly close: () => void;
}

/** Packages that programs in documents may import. */
const packages = ["core", "config", "simulator", "adapter-ionos", "adapter-gcore", "adapter-tests"];

/**
 * A story at its beginning. `clouds` is what the document's remark says: `seeded`, as `secgroup simulate --seed` does, or `empty`, and
 * then further places of Gcore, as `gcore:1234/76`.
 */
export function openStory(clouds: string): Story {
  const [kind, ...places] = clouds.split(/[ ,]+/);
  if (kind !== "seeded" && kind !== "empty") throw new Error(`clouds are seeded or empty, not ${kind}`);
  const parent = openParent();
  const harness = createHarness({ seed: kind === "seeded", parent });
  for (const place of places) {
    const [, projectId, regionId] = /^gcore:(\d+)\/(\d+)$/.exec(place) ?? [];
    if (projectId === undefined) throw new Error(`${place} is no place such as gcore:1234/76`);
    harness.simulator.gcore.addProject({ projectId: Number(projectId), regionId: Number(regionId) });
  }
  return {
    harness,
    environment: canaryEnvironment,
    close: () => rmSync(parent, { recursive: true, force: true }),
  };
}

/** A folder above that of the story, where its programs find our packages. */
function openParent(): string {
  const parent = mkdtempSync(join(tmpdir(), "secgroup-documents-"));
  mkdirSync(join(parent, "node_modules/@secgroup"), { recursive: true });
  for (const name of packages) symlinkSync(join(root, "packages", name), join(parent, "node_modules/@secgroup", name));
  symlinkSync(join(root, "apps/cli"), join(parent, "node_modules/secgroup"));
  // What stands further up on a machine does not decide what a program is.
  writeFileSync(join(parent, "package.json"), '{"type":"module"}');
  return parent;
}

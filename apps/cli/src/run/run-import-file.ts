import { SecurityGroupError } from "@secgroup/core";
import { createMemoryCloud, memoryAdapter } from "@secgroup/core/memory";
import type { ImportFileFlags } from "../commands/import.ts";
import type { Context } from "../context.ts";
import { writeNewText } from "../document/write-new-text.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import type { FileGroups, FoundGroup, Place } from "../import/found-group.ts";
import { importGroups } from "../import/import-groups.ts";
import { nameTargets, placeKey } from "../import/name-targets.ts";
import { readOpenstackGroups } from "../import/openstack/read-openstack-groups.ts";
import { readJsonFile } from "../import/read-json-file.ts";
import { readPlace } from "../import/read-place.ts";
import { renderImport } from "../import/render-import.ts";
import { readTerraformGroups } from "../import/terraform/read-terraform-groups.ts";
import { stylesFor } from "../render/styles.ts";
import { writeLines } from "../render/write.ts";
import { cloudCapabilities } from "../targets/cloud-capabilities.ts";

/** `secgroup import --from`. */
export async function runImportFile(context: Context, flags: ImportFileFlags, file: string): Promise<ExitCode> {
  const place = flags.to === undefined ? undefined : readPlace(flags.to);
  const found = readGroups(await readJsonFile(file, context.folder), file, flags, place);
  const places = found.groups.map((group) => group.place);
  const targets = nameTargets(place === undefined ? places : [place, ...places], flags.target);
  const groups = found.groups.flatMap((group): FoundGroup[] => {
    const target = targets.get(placeKey(group.place));
    return target === undefined ? [] : [{ ...group, target: target.name }];
  });
  const imported = await importGroups(
    [...targets.values()].map((target) => ({
      target,
      // Never asked: it only says what the cloud can express.
      adapter: memoryAdapter(createMemoryCloud(cloudCapabilities[target.cloud])),
    })),
    groups,
    context,
  );
  await writeNewText(imported.text, flags.out, context);
  const styles = stylesFor(context.stderr);
  writeLines(context.stderr, [
    ...(flags.quiet ? [] : found.notices.map((notice) => `${styles.yellow("note")} ${notice}`)),
    ...found.leftOut.map(({ address, reason }) => `${styles.yellow("left out")} ${address}: ${reason}`),
    ...renderImport(imported, flags.quiet ? undefined : flags.out, "see `secgroup plan` before you apply it", styles),
  ]);
  return exitCode.success;
}

function readGroups(value: unknown, file: string, { from, to }: ImportFileFlags, place: Place | undefined): FileGroups {
  switch (from) {
    case "terraform-state": {
      const found = readTerraformGroups(value, file, place);
      if (place === undefined || found.groups.some((group) => group.place === place)) return found;
      throw new SecurityGroupError("usage", `--to ${to} is not needed: the state says where its groups are`, {
        hint: "Leave it out; to place groups elsewhere, change the targets in the document.",
      });
    }
    case "openstack-json":
      if (place !== undefined) return readOpenstackGroups(value, file, place);
      throw new SecurityGroupError("usage", "a file of OpenStack does not say where the groups are to live", {
        hint: "Say it with --to ionos:DATACENTER or --to gcore:PROJECT/REGION.",
      });
  }
}

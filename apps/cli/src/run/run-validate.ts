import { gcoreCapabilities } from "@secgroup/adapter-gcore";
import { ionosCapabilities } from "@secgroup/adapter-ionos";
import type { Configuration, PlacedGroup } from "@secgroup/config";
import {
  checkSupport,
  isPresentRequest,
  type Capabilities,
  type PresentRequest,
  type SecurityGroupError,
} from "@secgroup/core";
import type { JsonFlags } from "../commands/drift.ts";
import type { Context } from "../context.ts";
import { openDocument } from "../document/open-document.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { renderNotices } from "../render/render-notices.ts";
import { stylesFor } from "../render/styles.ts";
import { count, list } from "../render/words.ts";
import { writeJson, writeLines } from "../render/write.ts";
import { throwTogether } from "../targets/collect-errors.ts";

/** `secgroup validate`. */
export async function runValidate(context: Context, flags: JsonFlags, named?: string): Promise<ExitCode> {
  const { configuration, file } = await openDocument(named, context);
  throwTogether(findUnsupported(configuration));
  const { targets, groups, notices } = configuration;
  const keys = new Set(groups.map(({ key }) => key)).size;
  if (flags.json) writeJson(context.stdout, { valid: true, targets: targets.length, groups: keys, notices });
  else {
    const styles = stylesFor(context.stdout);
    const size = list([count(targets.length, "target"), count(keys, "group")]);
    writeLines(context.stdout, [...renderNotices(notices, styles), `${styles.green("✓")} ${file} is valid: ${size}`]);
  }
  return exitCode.success;
}

const capabilities: Readonly<Record<"ionos" | "gcore", Capabilities>> = {
  ionos: ionosCapabilities,
  gcore: gcoreCapabilities,
};

/** What the document places on a target whose cloud cannot express it, as planning would refuse it. */
function findUnsupported({ targets, groups }: Configuration): readonly SecurityGroupError[] {
  return targets.flatMap(({ name: target, cloud }) =>
    groups
      .filter((group): group is PlacedGroup & PresentRequest => group.target === target && isPresentRequest(group))
      .flatMap((request) =>
        checkSupport(request, capabilities[cloud]).map((error) => error.at({ target, group: request.key })),
      ),
  );
}

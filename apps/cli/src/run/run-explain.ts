import { readQuery, type Configuration, type PlacedGroup } from "@secgroup/config";
import { SecurityGroupError, type Direction } from "@secgroup/core";
import type { ExplainFlags } from "../commands/explain.ts";
import type { Context } from "../context.ts";
import { openDocument } from "../document/open-document.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { explainGroup } from "../explain/explain-group.ts";
import { renderExplanation, type Explanation } from "../render/render-explanation.ts";
import { stylesFor } from "../render/styles.ts";
import { writeJson, writeLines } from "../render/write.ts";
import { locate } from "../targets/locate-target.ts";
import { openTargets } from "../targets/open-target.ts";
import { readTargets } from "../targets/read-targets.ts";
import { findGroup, isMeant } from "../traffic/find-group.ts";
import { knownNames } from "../traffic/name-references.ts";

/** `secgroup explain`. */
export async function runExplain(
  context: Context,
  flags: ExplainFlags,
  group: string,
  allow: string,
  direction: Direction,
  peer: string,
): Promise<ExitCode> {
  const { configuration, file } = await openDocument(flags.file, context);
  const placements = choosePlacements(configuration, group, flags.on, file);
  const asked = readQuery({ allow, direction, peer }, configuration);
  const targets = configuration.targets.filter(({ name }) => placements.some(({ target }) => target === name));
  const observed = await readTargets(
    openTargets(targets, context),
    (listed, target) => placements.some((placed) => placed.target === target && isMeant(placed.desired, listed)),
    context,
  );
  const names = knownNames(observed, configuration.groups);
  const explanation: Explanation = {
    question: { group, allow, direction, peer, rules: asked },
    targets: targets.flatMap((target) => {
      const placed = placements.find((one) => one.target === target.name);
      if (placed === undefined) return [];
      const standing = findGroup(observed.get(target.name) ?? [], (one) => isMeant(placed.desired, one), target.name);
      const answers = explainGroup(asked, placed, standing, names);
      return [{ target: target.name, cloud: target.cloud, location: locate(target), ...answers }];
    }),
  };
  if (flags.json) writeJson(context.stdout, explanation);
  else writeLines(context.stdout, renderExplanation(explanation, stylesFor(context.stdout)));
  return exitCode.success;
}

/** The group on its targets, or on the one that was named. Throws `usage` when it is not there. */
function choosePlacements(
  { groups }: Configuration,
  group: string,
  on: string | undefined,
  file: string,
): readonly PlacedGroup[] {
  const placements = groups.filter(({ key }) => key === group);
  if (placements.length === 0) {
    const keys = [...new Set(groups.map(({ key }) => key))];
    throw new SecurityGroupError("usage", `${file} has no group ${group}`, {
      hint: `Its groups are ${keys.join(", ")}.`,
    });
  }
  const chosen = placements.filter(({ target }) => on === undefined || target === on);
  if (chosen.length > 0) return chosen;
  throw new SecurityGroupError("usage", `the group ${group} is not on a target ${on}`, {
    hint: `It is on ${placements.map(({ target }) => target).join(", ")}.`,
  });
}

import { isEmptyPlan } from "@secgroup/core";
import { relative } from "node:path";
import { carryOut } from "../applying/carry-out.ts";
import type { Context } from "../context.ts";
import { demoDocument } from "../demo/demo-document.ts";
import { openDocument } from "../document/open-document.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { planDocument, type DocumentPlan } from "../planning/plan-document.ts";
import { renderPlan } from "../render/render-plan.ts";
import { stylesFor } from "../render/styles.ts";
import { writeLines } from "../render/write.ts";
import { createSimulatedClouds } from "../simulate/create-simulated-clouds.ts";
import { simulatedEnvironment } from "../simulate/simulated-account.ts";

/** Short, so that the demo takes seconds; not nothing, so that its progress is seen. */
const pace = { ionos: { queuedMs: 100, runningMs: 300 }, gcore: { newMs: 400, runningMs: 1600 } };

/** `secgroup demo`. */
export async function runDemo(context: Context): Promise<ExitCode> {
  const { simulator } = createSimulatedClouds(true, { now: () => context.clock.now(), ...pace });
  const demo = { ...context, fetch: simulator.fetch, environment: simulatedEnvironment("https://simulator.example") };
  const styles = stylesFor(context.stdout);
  const say = (...lines: readonly string[]): void => writeLines(context.stdout, lines);
  const command = (text: string): string => `${styles.cyan("$")} ${styles.bold(text)}`;
  const { configuration } = await openDocument(demoDocument, demo);
  const show = async (): Promise<DocumentPlan> => {
    const planned = await planDocument(configuration, demo);
    say(...renderPlan(planned.plan.targets, planned.counts, styles));
    return planned;
  };

  say(
    "Two simulated clouds have drifted from the document that says how they should",
    `be, ${styles.bold(relative(context.folder, demoDocument))}. What would lead back to it?`,
    "",
    command("secgroup plan"),
  );
  const work = await show();
  say(
    "",
    command("secgroup apply --yes"),
    styles.dim("  what opens before what closes; every write awaited, all of it read back"),
  );
  const applied = await carryOut(work, {}, demo);
  if (applied !== exitCode.success) return applied;
  say("", command("secgroup plan"), styles.dim("  the second run is quiet"));
  const second = await show();
  say(
    "",
    `Next: ${styles.bold("secgroup simulate --seed")} serves these clouds; ${styles.bold("secgroup --help")} the rest.`,
  );
  return isEmptyPlan(second.plan) ? exitCode.success : exitCode.error;
}

import type { Target } from "@secgroup/config";
import type { Context, Environment } from "../context.ts";
import type { Questions } from "../questions/questions.ts";
import { cloudTitle } from "../render/render-target.ts";
import { targetAt, whyNotName, whyNotNew, whyNotPlace } from "./read-target.ts";
import type { Beginning, StartingPoint } from "./starting-point.ts";
import { whyNotDocument } from "./why-not-document.ts";

/** What the command line says already. */
export type Told = Partial<StartingPoint>;

/** Asks for everything that was not told. */
export async function askStartingPoint(
  told: Told,
  { environment, questions }: Pick<Context, "environment" | "questions">,
  exists: (file: string) => Promise<boolean>,
): Promise<StartingPoint> {
  const targets = told.targets ?? (await askTargets(questions, environment));
  const beginning =
    told.beginning ??
    (await questions.askChoice<Beginning>("What does the document begin with?", [
      { value: "import", label: "Every group that stands there", hint: "only reads; the plan is empty" },
      { value: "example", label: "An example", hint: "commented out; asks no cloud" },
    ]));
  const file =
    told.file ?? (await questions.askText("Which file?", { initial: "secgroup.yaml", check: whyNotDocument }));
  const mayOverwrite =
    told.mayOverwrite === true ||
    ((await exists(file)) &&
      (await questions.askChoice(`${file} exists.`, [
        { value: "keep", label: "Leave it as it is" },
        { value: "overwrite", label: "Overwrite it" },
      ])) === "overwrite");
  return { targets, beginning, file, mayOverwrite };
}

async function askTargets(questions: Questions, environment: Environment): Promise<readonly Target[]> {
  const targets: Target[] = [];
  for (;;) {
    targets.push(await askTarget(targets, questions, environment));
    const next = await questions.askChoice("Is there another place with groups?", [
      { value: "no", label: "No" },
      { value: "yes", label: "Yes" },
    ]);
    if (next === "no") return targets;
  }
}

async function askTarget(known: readonly Target[], questions: Questions, environment: Environment): Promise<Target> {
  const cloud = await questions.askChoice<Target["cloud"]>("Which cloud do the groups live on?", [
    { value: "ionos", label: cloudTitle("ionos") },
    { value: "gcore", label: cloudTitle("gcore") },
  ]);
  const isNew = known.every((target) => target.cloud !== cloud);
  const place = await questions.askText(
    cloud === "ionos" ? "The id of the virtual datacenter?" : "The numbers of project and region, such as 1234/76?",
    {
      initial: isNew ? placeInEnvironment(cloud, environment) : undefined,
      check: (text) => whyNotPlace(cloud, text) ?? whyNotNew(targetAt("", cloud, text), known),
    },
  );
  const name = await questions.askText("What is it called in the document?", {
    initial: isNew ? cloud : undefined,
    check: (text) => whyNotName(text) ?? whyNotNew(targetAt(text, cloud, place), known),
  });
  return targetAt(name, cloud, place);
}

function placeInEnvironment(cloud: Target["cloud"], environment: Environment): string | undefined {
  if (cloud === "ionos") return environment["IONOS_DATACENTER_ID"];
  const { GCORE_CLOUD_PROJECT_ID: project, GCORE_CLOUD_REGION_ID: region } = environment;
  return project && region ? `${project}/${region}` : undefined;
}

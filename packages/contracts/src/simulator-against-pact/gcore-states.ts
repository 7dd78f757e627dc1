import {
  createSimulator,
  type GcoreCloud,
  type GcoreGroupSeed,
  type GcoreQuirks,
  type Simulator,
} from "@secgroup/simulator";
import * as z from "zod";
import { refusalParams } from "./refusal.ts";
import { callSimulator, createClock, stateOf, type Clock, type MakeWorld, type World } from "./world.ts";

const apiKey = "simulator-key";
const projectId = 1;
const regionId = 1;
const long = 3_600_000;

type RuleSeed = GcoreGroupSeed["rules"][number];

const group = z.object({
  name: z.string(),
  description: z.string().optional(),
  /** As in a request; the remote group of the same project may be named instead (`remote_group_name`). */
  rules: z.array(
    z.custom<RuleSeed & { readonly remote_group_name?: string }>((rule) => typeof rule === "object" && rule !== null),
  ),
  tags: z.record(z.string(), z.string()).optional(),
  readOnlyTags: z.record(z.string(), z.string()).optional(),
});
const projectParams = z.object({
  groups: z.array(group).default([]),
  quirks: z.custom<Partial<GcoreQuirks>>().optional(),
});
const usedParams = projectParams.extend({ instance: z.string() });
const manyParams = z.object({ count: z.int().positive() });
const taskParams = z.object({
  state: z.enum(["NEW", "RUNNING", "FINISHED", "ERROR"]),
  message: z.string().default("failed on request"),
});

interface Project {
  readonly simulator: Simulator;
  readonly clock: Clock;
  /** With the ids of the first and the second group, and ids of nothing where there are none. */
  readonly values: Readonly<
    Record<"projectId" | "regionId" | "groupId" | "otherGroupId" | "taskId" | "otherTaskId", string>
  >;
}

function createProject({ groups, quirks }: z.output<typeof projectParams>): Project {
  const clock = createClock();
  const simulator = createSimulator({ now: clock.now, gcore: quirks === undefined ? {} : { quirks } });
  simulator.gcore.addProject({ projectId, regionId });
  // The last one first, so that rules can name groups that stand behind their own.
  const ids = groups.toReversed().map((seed) => addGroup(simulator.gcore, seed));
  const values = {
    projectId: String(projectId),
    regionId: String(regionId),
    groupId: ids.at(-1) ?? crypto.randomUUID(),
    otherGroupId: ids.at(-2) ?? crypto.randomUUID(),
    taskId: crypto.randomUUID(),
    otherTaskId: crypto.randomUUID(),
  };
  return { simulator, clock, values };
}

function addGroup(cloud: GcoreCloud, { rules, description, tags, readOnlyTags, name }: z.output<typeof group>): string {
  const groups = cloud.groups(projectId, regionId);
  return cloud.addGroup(projectId, regionId, {
    name,
    ...(description !== undefined && { description }),
    ...(tags && { tags }),
    ...(readOnlyTags && { readOnlyTags }),
    rules: rules.map(({ remote_group_name: remote, ...rule }) => {
      const id = groups.find((each) => each.name === remote)?.id;
      return id === undefined ? rule : { ...rule, remote_group_id: id };
    }),
  });
}

const empty = projectParams.parse({});

async function startTask(simulator: Simulator, name: string): Promise<string> {
  const path = `/cloud/v2/security_groups/${projectId}/${regionId}`;
  const answer = await callSimulator(simulator, `APIKey ${apiKey}`, "POST", path, { name, rules: [] });
  const { tasks } = z.object({ tasks: z.array(z.string()).min(1) }).parse(await answer.json());
  return tasks[0] ?? "";
}

async function taskIn({ state, message }: z.output<typeof taskParams>): Promise<World> {
  const { simulator, clock, values } = createProject(empty);
  if (state === "ERROR") simulator.gcore.failNextTask(message);
  if (state === "RUNNING") simulator.gcore.holdTasks(true);
  const taskId = await startTask(simulator, "web");
  if (state !== "NEW") clock.advance(long);
  return { simulator, values: { ...values, taskId } };
}

async function twoTasks(): Promise<World> {
  const { simulator, clock, values } = createProject(empty);
  simulator.gcore.holdTasks(true);
  const taskId = await startTask(simulator, "web");
  clock.advance(1);
  const otherTaskId = await startTask(simulator, "database");
  clock.advance(long);
  return { simulator, values: { ...values, taskId, otherTaskId } };
}

/** The states that a pact may ask of Gcore, by name. */
export const gcoreStates: Readonly<Record<string, MakeWorld>> = {
  "a project": stateOf(projectParams, createProject),
  "a project whose group is used": stateOf(usedParams, ({ instance, ...params }) => {
    const project = createProject(params);
    project.simulator.gcore.addInstance(projectId, regionId, { name: instance, groups: [project.values.groupId] });
    return project;
  }),
  "a project with more groups than a page holds": stateOf(manyParams, ({ count }) =>
    createProject({ groups: Array.from({ length: count }, (_, index) => ({ name: `group ${index}`, rules: [] })) }),
  ),
  "a task that creates a group": stateOf(taskParams, taskIn),
  "two tasks that create groups": stateOf(z.object({}), twoTasks),
  nothing: stateOf(z.object({}), () => {
    const { simulator, values } = createProject(empty);
    return { simulator, values: { ...values, projectId: "999" } };
  }),
  "credentials that are not accepted": stateOf(z.object({}), () => ({ ...createProject(empty), isAuthorized: false })),
  "an answer that refuses": stateOf(refusalParams, (params) => {
    const world = createProject(empty);
    world.simulator.gcore.refuseNextCall(params);
    return world;
  }),
};

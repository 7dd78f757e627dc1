import {
  createSimulator,
  type IonosCloud,
  type IonosOptions,
  type IonosQuirks,
  type Simulator,
} from "@secgroup/simulator";
import * as z from "zod";
import { refusalParams } from "./refusal.ts";
import { callSimulator, createClock, stateOf, type Clock, type MakeWorld, type World } from "./world.ts";

const token = "simulator-token";
const base = "/cloudapi/v6";
const long = 3_600_000;

type Seed = Parameters<IonosCloud["addGroup"]>[1];

const group = z.object({
  name: z.string(),
  description: z.string().optional(),
  // Taken by the simulator as they are, valid or not.
  rules: z.array(z.custom<Seed["rules"][number]>((rule) => typeof rule === "object" && rule !== null)),
});
const datacenterParams = z.object({
  groups: z.array(group).default([]),
  quirks: z.custom<Partial<IonosQuirks>>().optional(),
  limits: z.custom<IonosOptions["limits"]>().optional(),
});
const usedParams = datacenterParams.extend({ server: z.string(), nic: z.string() });
const manyParams = z.object({ count: z.int().positive() });
const requestParams = z.object({
  status: z.enum(["QUEUED", "RUNNING", "DONE", "FAILED"]),
  message: z.string().default("failed on request"),
});

interface Datacenter {
  readonly simulator: Simulator;
  readonly clock: Clock;
  /** With the ids of the first group and of its first rule, and ids of nothing where there are none. */
  readonly values: Readonly<Record<"datacenterId" | "groupId" | "ruleId" | "requestId", string>>;
}

function createDatacenter({ groups, quirks, limits }: z.output<typeof datacenterParams>): Datacenter {
  const clock = createClock();
  const simulator = createSimulator({ now: clock.now, ionos: { quirks, limits } });
  const datacenterId = simulator.ionos.addDatacenter({ name: "frankfurt" });
  for (const { description, ...seed } of groups)
    simulator.ionos.addGroup(datacenterId, { ...seed, ...(description !== undefined && { description }) });
  const [first] = simulator.ionos.groups(datacenterId);
  const nothing = crypto.randomUUID();
  const values = {
    datacenterId,
    groupId: first?.id ?? nothing,
    ruleId: first?.rules[0]?.id ?? nothing,
    requestId: nothing,
  };
  return { simulator, clock, values };
}

const empty = datacenterParams.parse({});

/** A write that is accepted and not yet carried out; answers with the id of its request. */
async function changeGroup({ simulator, values }: Datacenter): Promise<string> {
  const path = `${base}/datacenters/${values.datacenterId}/securitygroups/${values.groupId}`;
  const [group] = simulator.ionos.groups(values.datacenterId);
  const { headers } = await callSimulator(simulator, `Bearer ${token}`, "PATCH", path, { name: group?.name });
  return /requests\/([^/]+)/.exec(headers.get("Location") ?? "")?.[1] ?? "";
}

/** Puts the group on a server and on a NIC of it, and makes it the datacenter's default. */
async function useGroup({ simulator, clock, values }: Datacenter, server: string, nic: string): Promise<void> {
  const { datacenterId, groupId } = values;
  const serverId = simulator.ionos.addServer(datacenterId, { name: server });
  const nicId = simulator.ionos.addNic(serverId, { name: nic });
  simulator.ionos.attachServer(groupId, serverId);
  const datacenter = `${base}/datacenters/${datacenterId}`;
  const call = (method: string, path: string, body: unknown): Promise<Response> =>
    callSimulator(simulator, `Bearer ${token}`, method, path, body);
  await call("PUT", `${datacenter}/servers/${serverId}/nics/${nicId}/securitygroups`, { ids: [groupId] });
  await call("PATCH", datacenter, { defaultSecurityGroupId: groupId });
  clock.advance(long);
}

async function requestIn({ status, message }: z.output<typeof requestParams>): Promise<World> {
  const datacenter = createDatacenter({ ...empty, groups: [{ name: "web", rules: [] }] });
  const { simulator, clock, values } = datacenter;
  if (status === "FAILED") simulator.ionos.failNextRequest(message);
  if (status === "RUNNING") simulator.ionos.holdRequests(true);
  const requestId = await changeGroup(datacenter);
  if (status !== "QUEUED") clock.advance(long);
  return { simulator, values: { ...values, requestId } };
}

/** The states that a pact may ask of IONOS Cloud, by name. */
export const ionosStates: Readonly<Record<string, MakeWorld>> = {
  "a datacenter": stateOf(datacenterParams, createDatacenter),
  "a datacenter without the group": stateOf(datacenterParams, (params) => {
    const { simulator, values } = createDatacenter(params);
    return { simulator, values: { ...values, groupId: crypto.randomUUID(), ruleId: crypto.randomUUID() } };
  }),
  "a datacenter whose group is used": stateOf(usedParams, async ({ server, nic, ...params }) => {
    const datacenter = createDatacenter(params);
    await useGroup(datacenter, server, nic);
    return datacenter;
  }),
  "a datacenter with a group that is being changed": stateOf(datacenterParams, async (params) => {
    const datacenter = createDatacenter(params);
    await changeGroup(datacenter);
    return datacenter;
  }),
  "a datacenter with more groups than a page holds": stateOf(manyParams, ({ count }) =>
    createDatacenter({
      ...empty,
      groups: Array.from({ length: count }, (_, index) => ({ name: `group ${index}`, rules: [] })),
    }),
  ),
  "a request": stateOf(requestParams, requestIn),
  nothing: stateOf(z.object({}), () => {
    const { simulator, values } = createDatacenter(empty);
    return { simulator, values: { ...values, datacenterId: crypto.randomUUID() } };
  }),
  "credentials that are not accepted": stateOf(z.object({}), () => ({
    ...createDatacenter(empty),
    isAuthorized: false,
  })),
  "an answer that refuses": stateOf(refusalParams, (params) => {
    const world = createDatacenter(empty);
    world.simulator.ionos.refuseNextCall(params);
    return world;
  }),
};

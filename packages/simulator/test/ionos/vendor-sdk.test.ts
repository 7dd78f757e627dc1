import {
  Configuration,
  FirewallrulePropertiesProtocolEnum,
  RequestsApi,
  SecurityGroupsApi,
} from "@ionos-cloud/sdk-nodejs";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSimulator, serveSimulator, type ServedSimulator, type Simulator } from "../../src/index.ts";

let now = 0;
let simulator: Simulator;
let served: ServedSimulator;

beforeEach(async () => {
  now = Date.UTC(2026, 0, 1);
  simulator = createSimulator({ now: () => now });
  simulator.ionos.addDatacenter({ id: "fra", name: "fra" });
  served = await serveSimulator(simulator, { port: 0 });
  vi.useFakeTimers({ toFake: ["setTimeout"] });
});

afterEach(async () => {
  vi.useRealTimers();
  await served.close();
});

/** The SDK sleeps a second before each request; here that second passes at once. */
async function soon<Value>(call: Promise<Value>): Promise<Value> {
  await vi.advanceTimersByTimeAsync(1000);
  return call;
}

it.each([
  ["a user and password", { username: "simulator", password: "simulator" }],
  ["a token", { apiKey: "simulator-token" }],
])("IONOS' own SDK for Node works unchanged, with %s", async (_, credentials) => {
  const configuration = new Configuration({ ...credentials, basePath: `${served.url}/cloudapi/v6` });
  const groups = new SecurityGroupsApi(configuration);
  const requests = new RequestsApi(configuration);
  const finish = async (answer: { headers: unknown }): Promise<void> => {
    const location = JSON.stringify(answer.headers);
    const requestId = /\/requests\/([-A-Fa-f0-9]+)\/status/.exec(location)?.[1] ?? "no Location";
    const status = async (): Promise<string | undefined> =>
      (await soon(requests.requestsStatusGet({ requestId }))).data.metadata?.status;
    expect(await status()).toBe("QUEUED");
    now += 2000;
    expect(await status()).toBe("DONE");
  };

  const empty = await soon(groups.datacentersSecuritygroupsGet({ datacenterId: "fra", depth: 3 }));
  expect(empty.data.items).toEqual([]);

  const created = await soon(
    groups.datacentersSecuritygroupsPost({
      datacenterId: "fra",
      securityGroup: {
        properties: { name: "web", description: "sites" },
        entities: {
          rules: {
            items: [
              {
                properties: {
                  protocol: FirewallrulePropertiesProtocolEnum.Tcp,
                  portRangeStart: 443,
                  portRangeEnd: 443,
                },
              },
            ],
          },
        },
      },
    }),
  );
  expect(created.status).toBe(202);
  const place = { datacenterId: "fra", securityGroupId: String(created.data.id) };
  await finish(created);

  const added = await soon(
    groups.datacentersSecuritygroupsFirewallrulesPost({
      ...place,
      firewallRule: { properties: { name: "any", protocol: FirewallrulePropertiesProtocolEnum.Any } },
    }),
  );
  await finish(added);
  const rule = { ...place, ruleId: String(added.data.id) };
  await finish(
    await soon(groups.datacentersSecuritygroupsRulesPatch({ ...rule, rule: { name: "all", sourceIp: "10.0.0.0/8" } })),
  );
  await finish(
    await soon(
      groups.datacentersSecuritygroupsPut({
        ...place,
        securityGroup: { properties: { name: "NSG", description: "updated to true" } },
      }),
    ),
  );

  const listed = await soon(groups.datacentersSecuritygroupsGet({ datacenterId: "fra", depth: 3 }));
  expect(listed.data.items).toMatchObject([
    {
      metadata: { state: "AVAILABLE" },
      properties: { name: "NSG", description: "updated to true" },
      entities: {
        rules: {
          items: [
            { properties: { portRangeStart: 443 } },
            { properties: { name: "all", protocol: "ANY", sourceIp: "10.0.0.0/8" } },
          ],
        },
      },
    },
  ]);

  await finish(await soon(groups.datacentersSecuritygroupsFirewallrulesDelete(rule)));
  expect((await soon(groups.datacentersSecuritygroupsRulesGet({ ...place, depth: 1 }))).data.items).toHaveLength(1);
  await finish(await soon(groups.datacentersSecuritygroupsDelete(place)));
  await expect(soon(groups.datacentersSecuritygroupsFindById(place))).rejects.toMatchObject({
    response: { status: 404 },
  });
  expect(simulator.ionos.groups("fra")).toEqual([]);
  expect(
    simulator.history(place.securityGroupId).map(({ exists, name, rules }) => [exists, name, rules.length]),
  ).toEqual([
    [true, "web", 1],
    [true, "web", 2],
    [true, "web", 2],
    [true, "NSG", 2],
    [true, "NSG", 1],
    [false, "NSG", 0],
  ]);
});

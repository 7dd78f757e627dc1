import { describe, expect, test } from "vitest";
import { errorOf } from "./support/error-of.ts";
import { adapterOf, fakeCloud, json, signal } from "./support/fake-cloud.ts";

const contract = (contractNumber: number, rulesPerSecurityGroup?: number, securityGroupsPerVdc?: number): unknown => ({
  properties: { contractNumber, resourceLimits: { rulesPerSecurityGroup, securityGroupsPerVdc } },
});
const read = (reply: Response, contractNumber?: string) => {
  const cloud = fakeCloud(reply);
  return { cloud, limits: adapterOf(cloud, { contractNumber }).readLimits(signal) };
};

describe("the limits in force", () => {
  test.each<[given: string, items: unknown, contractNumber: string | undefined, wanted: object]>([
    ["are the contract's", [contract(1, 150, 300)], undefined, { rulesPerGroup: 150, groupsPerTarget: 300 }],
    [
      "are those of the contract asked for",
      [contract(1, 50, 60), contract(2, 150, 300)],
      "2",
      { rulesPerGroup: 150, groupsPerTarget: 300 },
    ],
    [
      "are the smallest of several contracts",
      [contract(1, 150, 60), contract(2, 50, 300)],
      undefined,
      { rulesPerGroup: 50, groupsPerTarget: 60 },
    ],
    [
      "are the documented ones where one is not told",
      [contract(1, undefined, 300)],
      undefined,
      { rulesPerGroup: 100, groupsPerTarget: 300 },
    ],
    [
      "are the documented ones without limits",
      [{ properties: {} }, {}],
      undefined,
      { rulesPerGroup: 100, groupsPerTarget: 200 },
    ],
    ["are the documented ones without contracts", undefined, undefined, { rulesPerGroup: 100, groupsPerTarget: 200 }],
    ["may be zero", [contract(1, 0, 0)], undefined, { rulesPerGroup: 0, groupsPerTarget: 0 }],
  ])("%s", async (_, items, contractNumber, wanted) => {
    const { cloud, limits } = read(json({ items }), contractNumber);
    expect(await limits).toEqual(wanted);
    expect(cloud.sent).toMatchObject([{ method: "GET", path: "/cloudapi/v6/contracts", query: { depth: "1" } }]);
  });

  test("are the documented ones for a user who may not see contracts", async () => {
    expect(await read(json({}, 403)).limits).toEqual({ rulesPerGroup: 100, groupsPerTarget: 200 });
  });

  test("are not guessed when the read fails otherwise", async () => {
    expect(await errorOf(() => read(json({}, 503)).limits)).toMatchObject({ code: "unavailable" });
    expect(await errorOf(() => read(json({}, 401)).limits)).toMatchObject({ code: "unauthorized" });
  });
});

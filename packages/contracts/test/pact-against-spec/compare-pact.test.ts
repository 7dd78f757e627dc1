import type { OpenApiDocument } from "@secgroup/api-types/openapi-document";
import { describe, expect, it } from "vitest";
import { comparePact } from "../../src/pact-against-spec/compare-pact.ts";
import { ownPacts, readPacts, type PactFile } from "../../src/pact-file.ts";
import { providers } from "../../src/provider.ts";
import { plant, type Json } from "../support/plant.ts";

const pacts = await readPacts(ownPacts);

function sidesOf(name: string): { readonly pact: PactFile; readonly document: OpenApiDocument } {
  const provider = providers.find((each) => each.name === name);
  const pact = pacts.find((each) => each.provider === provider?.pactName);
  if (provider === undefined || pact === undefined) throw new Error(`nothing about ${name}`);
  return { pact, document: provider.document };
}
const ionos = sidesOf("ionos");
const gcore = sidesOf("gcore");

describe.each([
  ["secgroup-adapter-ionos", ionos],
  ["secgroup-adapter-gcore", gcore],
])("%s", (_, { pact, document }) => {
  it("says nothing that the document does not know", async () => {
    const cases = await comparePact(pact, document);
    expect(cases).toHaveLength(pact.interactions.length);
    expect(cases.filter(({ problems }) => problems.length > 0)).toEqual([]);
  });
});

const put = "datacentersSecuritygroupsPut: the documented page, wrapped, with a password";
const list = "datacentersSecuritygroupsGet: groups with their rules";
const unfinished = "requestsGet: one that waits";
const postRule = "datacentersSecuritygroupsFirewallrulesPost: GRE";
const patch = "SecurityGroupInstanceViewSetV2.patch: rules complete, those to keep beside those to add";

/** What was planted, where, and what the finding must name. */
const deviations: readonly (readonly [
  what: string,
  side: typeof ionos,
  description: string,
  change: (it: Json) => void,
  finding: string,
])[] = [
  [
    "an undocumented field of a request",
    ionos,
    put,
    (it) => (it.request.body.content.properties.colour = "red"),
    "request.body.properties: Request body is incompatible",
  ],
  [
    "an undocumented field of a nested request",
    gcore,
    patch,
    (it) => (it.request.body.content.rules[0].priority = 1),
    "request.body.rules.0: Request body is incompatible",
  ],
  [
    "an undocumented query parameter",
    ionos,
    list,
    (it) => (it.request.query.colour = ["red"]),
    "request.query.colour: Query parameter is not defined",
  ],
  [
    "an undocumented query parameter with a dot in its name",
    ionos,
    unfinished,
    (it) => (it.request.query["filter.colour"] = ["red"]),
    "request.query.filter-colour: Query parameter is not defined",
  ],
  [
    "a wrong value of a query parameter with a dot in its name",
    ionos,
    unfinished,
    (it) => (it.request.query["filter.status"] = ["PAUSED"]),
    "request.query.filter-status",
  ],
  [
    "an undocumented query parameter beside none",
    gcore,
    patch,
    (it) => (it.request.query = { force: ["true"] }),
    "request.query.force: Query parameter is not defined",
  ],
  [
    "an undocumented field of an answer",
    ionos,
    list,
    (it) => (it.response.body.content.items[0].properties.colour = "red"),
    "response.body.items.0.properties: Response body is incompatible",
  ],
  [
    "an undocumented field of another answer",
    gcore,
    patch,
    (it) => (it.response.body.content.job = "x"),
    "response.body: Response body is incompatible",
  ],
  [
    "a wrong enum value in a request",
    ionos,
    postRule,
    (it) => (it.request.body.content.properties.protocol = "SCTP"),
    "request.body.properties.protocol: ",
  ],
  [
    "a wrong enum value in an answer",
    ionos,
    list,
    (it) => (it.response.body.content.items[0].metadata.state = "READY"),
    "response.body.items.0.metadata.state: ",
  ],
  [
    "a required field that is missing from a request",
    ionos,
    postRule,
    (it) => delete it.request.body.content.properties.protocol,
    "request.body.properties: Request body is incompatible",
  ],
  [
    "a required field that is missing from another request",
    gcore,
    patch,
    (it) => delete it.request.body.content.rules[0].direction,
    "request.body.rules.0: Request body is incompatible",
  ],
  ["null where it is not allowed", gcore, patch, (it) => (it.request.body.content.name = null), "request.body.name: "],
  [
    "a value of a parameter out of its limits",
    ionos,
    list,
    (it) => (it.request.query.limit = ["100000"]),
    "request.query.limit: ",
  ],
  [
    "an id in the path of the wrong type",
    gcore,
    patch,
    (it) => (it.request.path = it.request.path.replace("/1/1/", "/one/1/")),
    "request.path: ",
  ],
  [
    "a path that does not exist",
    gcore,
    patch,
    (it) => (it.request.path += "/x"),
    "request.path: Path or method not defined",
  ],
  [
    "a status that is not documented",
    gcore,
    patch,
    (it) => (it.response.status = 202),
    "response.status: Response status code not defined",
  ],
  [
    "a header of an answer that is not documented",
    gcore,
    patch,
    (it) => (it.response.headers["X-Cost"] = ["1"]),
    "Response header is not defined",
  ],
  ["no credentials", gcore, patch, (it) => delete it.request.headers.Authorization, "Authorization header is missing"],
];

describe("finds", () => {
  it.each(deviations)("%s", async (_, { pact, document }, description, change, finding) => {
    const [found] = await comparePact(plant(pact, description, change), document);
    expect(found?.name).toBe(description);
    expect(found?.problems.join("\n")).toContain(finding);
  });

  it("a field that the document calls otherwise, in requests and in answers", async () => {
    const renamed: OpenApiDocument = JSON.parse(
      JSON.stringify(ionos.document).replaceAll('"portRangeStart"', '"portRangeBegin"'),
    );
    const cases = await comparePact(ionos.pact, renamed);
    const wrong = cases.filter(({ problems }) => problems.length > 0).map(({ name }) => name);
    expect(wrong).toContain("datacentersSecuritygroupsGet: groups with their rules");
    expect(wrong).toContain("datacentersSecuritygroupsFirewallrulesPost: TCP, one port, from a block");
    expect(wrong).not.toContain("datacentersSecuritygroupsPatch: the name alone, in a bare body");
  });
});

import { tcp, v1, v2, type Answer } from "../gcore-world.ts";
import type { Web } from "../web-group.ts";
import type { answerQuirks } from "../../../src/gcore/quirk/answer-quirks.ts";
import type { Scenarios } from "./scenario.ts";

const read = async (web: Web): Promise<Answer["body"]> => (await web.world.send("GET", `${v1}/${web.id}`)).body;
const list = async (web: Web): Promise<readonly Answer["body"][]> => (await web.world.send("GET", v1)).body.results;

export const answerScenarios: Scenarios<keyof typeof answerQuirks> = {
  readAfterWrite: {
    see: async (web) => {
      await web.finish({ description: "New" });
      const descriptions = async (): Promise<readonly string[]> => {
        const reads: string[] = [];
        for (let number = 0; number < 10; number++) {
          reads.push((await read(web)).description, (await list(web))[0].description);
        }
        return [...new Set(reads)].toSorted();
      };
      const soon = await descriptions();
      web.world.wait(3000);
      return [soon, await descriptions()];
    },
    wanted: { "at-once": [["New"], ["New"]], late: [["Public"], ["New"]], varying: [["New", "Public"], ["New"]] },
  },
  ruleOrder: {
    see: async (web) => {
      await web.finish({ rules: [1, 2, 3, 4].map(tcp) });
      const ports = async (): Promise<string> =>
        (await read(web)).security_group_rules.map((rule: Answer["body"]) => rule.port_range_min).join("");
      return [await ports(), await ports()];
    },
    wanted: { creation: ["1234", "1234"], "newest-first": ["4321", "4321"], shuffled: ["3241", "4321"] },
  },
  groupOrder: {
    see: async (web) => {
      web.world.cloud.addGroup(1, 2, { name: "second", rules: [] });
      return (await list(web)).map(({ name }) => name);
    },
    wanted: { creation: ["web", "second"], "newest-first": ["second", "web"] },
  },
  listedRules: {
    see: async (web) => [
      (await list(web))[0].security_group_rules?.length,
      (await read(web)).security_group_rules.length,
    ],
    wanted: { present: [2, 2], absent: [undefined, 2] },
  },
  emptyRuleDescription: {
    see: async (web) => (await read(web)).security_group_rules.map((rule: Answer["body"]) => rule.description),
    wanted: { empty: ["office", ""], null: ["office", null] },
  },
  unauthorizedBody: {
    see: async ({ world }) => {
      const answer = await world.raw("GET", v1, undefined, {});
      const text = await answer.text();
      return [answer.status, text.startsWith("{") ? Object.keys(JSON.parse(text)) : text];
    },
    wanted: {
      envelope: [401, ["exception_class", "message", "request_id"]],
      detail: [401, ["detail", "code"]],
      text: [401, "Unauthorized"],
      empty: [401, ""],
    },
  },
  v2List: {
    see: async ({ world }) => {
      const answer = await world.raw("GET", `${v2}?name=web`);
      const body: Answer["body"] = await answer.json();
      return [answer.status, body.count ?? body.exception_class];
    },
    wanted: { absent: [405, "HTTPError"], present: [200, 1] },
  },
};

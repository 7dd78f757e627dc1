import { expect, it } from "vitest";
import { gcoreQuirks, type GcoreQuirks } from "../../../src/gcore/gcore-quirks.ts";
import { createRandom } from "../../../src/seeded-random.ts";
import { tcp, v1, v2 } from "../gcore-world.ts";
import { createWeb, type Web } from "../web-group.ts";

const names = Object.keys(gcoreQuirks) as readonly (keyof GcoreQuirks)[];
/** Their answers are in no document, so that nothing can be checked by it. */
const unchecked: Partial<GcoreQuirks> = { v2List: "absent", unauthorizedBody: "envelope" };

function drawQuirks(seed: number): Partial<GcoreQuirks> {
  const random = createRandom(seed);
  const drawn = names.map((name) => {
    const { values } = gcoreQuirks[name];
    return [name, values[Math.floor(random() * values.length)]];
  });
  return { ...Object.fromEntries(drawn), ...unchecked };
}

/** Writes of all kinds, some refused, with somebody else at work in between; each answer is checked by the document. */
async function live(web: Web): Promise<void> {
  const { world, id } = web;
  const other = world.cloud.addGroup(1, 2, { name: "other", rules: [] });
  await world.send("POST", v2, { name: "web" });
  await world.send("POST", v2, { name: "new", rules: [tcp(1), { ...tcp(2), remote_group_id: id }, tcp(1)] });
  await world.send("PATCH", `${v2}/${id}`, {
    name: "other",
    rules: [{ ...tcp(22), description: "new" }, { ...tcp(443), remote_group_id: other }, { direction: "egress" }],
  });
  world.wait(700);
  await world.send("POST", `${v2}/${id}/rules`, { ...tcp(22), remote_ip_prefix: "0.0.0.0/0" });
  world.cloud.failNextTask("Lost", "partly");
  await world.send("PATCH", `${v2}/${id}`, { description: "x", rules: [tcp(3), tcp(4)] });
  world.cloud.editRules(id, (rules) => rules.slice(1));
  await world.send("GET", `${v1}/${id}`);
  await world.send("DELETE", `${v1}/${other}`);
  world.wait(5000);
  await world.send("GET", v1);
  await world.send("GET", "/cloud/v1/tasks?order_by=asc");
  await world.send("POST", `${v1}/${id}/revert`);
  world.wait(5000);
  await world.send("GET", v1);
}

it.each(Array.from({ length: 10 }, (_, index) => index))(
  "any combination of quirks answers as the document says, and is the same again (%i)",
  async (part) => {
    for (let seed = part * 10; seed < part * 10 + 10; seed++) {
      const ends = [];
      for (const _ of [1, 2]) {
        const web = createWeb(drawQuirks(seed), { seed, groupLimit: 4 });
        await live(web);
        const history = web.world.history(web.id);
        ends.push([history, web.world.cloud.groups(1, 2)]);
        const times = history.map(({ at }) => at);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }
      expect(ends[0], `seed ${seed}`).toEqual(ends[1]);
    }
  },
);

import { start, tcp, v2, type Answer } from "../gcore-world.ts";
import type { taskQuirks } from "../../../src/gcore/quirk/task-quirks.ts";
import type { Scenarios } from "./scenario.ts";

const tasks = "/cloud/v1/tasks";

export const taskScenarios: Scenarios<keyof typeof taskQuirks> = {
  taskExecution: {
    see: async ({ world, id }) => {
      const other = world.cloud.addGroup(1, 2, { name: "other", rules: [] });
      const ids: string[] = [];
      for (const group of [id, id, other]) {
        ids.push((await world.send("PATCH", `${v2}/${group}`, { name: `web-${ids.length}` })).body.tasks[0]);
        world.wait(10);
      }
      const times = async (task: string): Promise<number> =>
        (Date.parse(`${(await world.send("GET", `${tasks}/${task}`)).body.finished_on}Z`) - start) / 1000;
      world.wait(3400);
      const states = await Promise.all(
        ids.map(async (task) => (await world.send("GET", `${tasks}/${task}`)).body.state),
      );
      world.wait(60_000);
      return [states.join(" "), ...(await Promise.all(ids.map(times)))];
    },
    wanted: {
      parallel: ["FINISHED FINISHED FINISHED", 2, 2, 2],
      "serial-per-group": ["FINISHED RUNNING FINISHED", 2, 3, 2],
      shuffled: ["FINISHED FINISHED FINISHED", 2, 0, 1],
    },
  },
  freshTask: {
    see: async ({ world, patch }) => {
      const { body } = await patch({ description: "" });
      const status = async (): Promise<number> => (await world.send("GET", `${tasks}/${body.tasks[0]}`)).status;
      const fresh = await status();
      world.wait(2999);
      const justBefore = await status();
      world.wait(1);
      return [fresh, justBefore, await status()];
    },
    wanted: { known: [200, 200, 200], "404": [404, 404, 200] },
  },
  taskList: {
    see: async ({ world, patch }) => {
      await patch({ description: "" });
      const states: unknown[] = [];
      for (const milliseconds of [0, 3000, 1999, 1]) {
        world.wait(milliseconds);
        const { status, body } = await world.send("GET", `${tasks}?limit=1`);
        states.push(status === 200 ? body.results.map(({ state }: Answer["body"]) => state).join("") : status);
      }
      return states;
    },
    wanted: {
      current: ["NEW", "FINISHED", "FINISHED", "FINISHED"],
      late: ["", "NEW", "RUNNING", "FINISHED"],
      forbidden: [403, 403, 403, 403],
    },
  },
  taskListOrder: {
    see: async ({ world, patch }) => {
      const ids: string[] = [];
      for (const description of ["a", "b", "c", "d"]) ids.push(...(await patch({ description })).body.tasks);
      const listed = async (order: string): Promise<string> =>
        (await world.send("GET", `${tasks}?order_by=${order}`)).body.results
          .map(({ id }: Answer["body"]) => ids.indexOf(id))
          .join("");
      return [await listed("asc"), await listed("desc")];
    },
    wanted: {
      "as-asked": ["0123", "3210"],
      "newest-first": ["3210", "3210"],
      "oldest-first": ["0123", "0123"],
      shuffled: ["2130", "3210"],
    },
  },
  taskData: {
    see: async ({ world, id, finish, rules }) => {
      const [task] = await finish({ description: "New" });
      const rule = rules()[0]?.id;
      const [deletion] = await world.finish("DELETE", `/cloud/v2/security_groups/1/2/${id}/rules/${rule}`);
      const names = (data: object | null): readonly string[] | null => data && Object.keys(data);
      return [names(task.data), names(deletion.data), Object.values(task.data ?? {}).includes(id)];
    },
    wanted: {
      security_group_id: [["security_group_id", "description"], ["security_group_id", "security_group_rule_id"], true],
      group_id: [["group_id", "description"], ["group_id", "security_group_rule_id"], true],
      parameters: [["description"], ["security_group_rule_id"], false],
      null: [null, null, false],
    },
  },
  createdByUpdate: {
    see: async ({ world, id, finish }) => {
      const [update] = await finish({ rules: [tcp(443)] });
      const [rule] = await world.finish("POST", `/cloud/v2/security_groups/1/2/${id}/rules`, tcp(444));
      return [update, rule].map((task) => task.created_resources?.security_group_rules.length);
    },
    wanted: { listed: [1, 1], empty: [0, 1], null: [undefined, 1] },
  },
};

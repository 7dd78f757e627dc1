import { SecurityGroupError, type GroupId, type ResolvedStep } from "@secgroup/core";
import { send, type PalisadeOptions } from "./palisade-client.ts";
import { groupPath, readHeading } from "./read-group.ts";
import { writeKept, writeRule } from "./write-rule.ts";

/** Sends the one write of a step and gives the group's id. */
export async function writeStep(api: PalisadeOptions, step: ResolvedStep, signal: AbortSignal): Promise<GroupId> {
  switch (step.kind) {
    case "create-group": {
      const body = [`name ${step.name}`, ...step.rules.map(writeRule)].join("\n");
      const { lines } = await send(api, { method: "POST", path: "/groups", body }, signal);
      return readHeading(lines[0]).group.id;
    }
    case "update-group": {
      const path = groupPath(step.group.id);
      // The text is replaced as a whole: what the step leaves out is read, and the version keeps others' changes safe.
      const { lines, version } = await send(api, { method: "GET", path }, signal);
      const [heading, ...present] = lines;
      const name = step.fields?.name ?? readHeading(heading).group.name;
      const rules = step.rules ? [...step.rules.keep.map(writeKept), ...step.rules.add.map(writeRule)] : present;
      await send(api, { method: "PUT", path, body: [`name ${name}`, ...rules].join("\n"), version }, signal);
      return step.group.id;
    }
    case "delete-group":
      await send(api, { method: "DELETE", path: groupPath(step.group.id) }, signal);
      return step.group.id;
    case "create-rule":
    case "update-rule":
    case "delete-rule":
      throw new SecurityGroupError("unsupported", "Palisade takes all rules of a group in one write");
  }
}

import { check, type Check, type Subject } from "../chapter.ts";
import { equal } from "../expect.ts";
import { reach } from "../reach.ts";
import { fitting } from "../rules/fitting.ts";
import { tcp } from "../rules/rule-of.ts";
import { unlimited } from "../tally.ts";
import { groupNamed, wanted } from "../world.ts";

/** Changes of a group's own fields, which must leave its rules alone. */
export function fieldChecks(subject: Subject): readonly Check[] {
  const { groupDescription, ruleDescription } = subject.capabilities;
  const ofGroup = (text: string): string => fitting(text, groupDescription);
  const rules = [tcp(22, 22, { remote: "203.0.113.0/24" })];
  return [
    ...(groupDescription.maxLength === 0
      ? []
      : [
          check(subject, "a description is set, changed and removed, and the rules stay", async (world) => {
            for (const description of ["Public web servers", "updated", ""]) {
              await reach(subject, world, [wanted("group-1", { rules, description: ofGroup(description) })]);
            }
          }),
        ]),
    check(subject, "a group that is known by its id is renamed, alone and with its description", async (world) => {
      const id = world.backend.seedGroup({ name: "group-1", description: ofGroup("stays"), rules });
      await reach(subject, world, [wanted("group-2", { id, rules })]);
      equal("the description", groupNamed(world, "group-2").description, ofGroup("stays"));
      await reach(subject, world, [wanted("group-3", { id, rules, description: ofGroup("changed too") })]);
      await reach(subject, world, [wanted("group-4", { id, rules: [tcp(443)], description: ofGroup("all at once") })]);
    }),
    check(subject, "texts of a document arrive letter by letter", async (world) => {
      const text = `"quoted" & <b>ümlaut</b> \\ 漢字 🙂`;
      const rules = [tcp(22, 22, { description: fitting(text, ruleDescription) })];
      await reach(subject, world, [wanted("group-1", { description: ofGroup(text), rules })]);
    }),
    check(subject, "texts of the least and the greatest length", async (world) => {
      const { groupName } = subject.capabilities;
      const longest = ({ maxLength }: typeof groupName): string =>
        "x".repeat(maxLength < unlimited ? maxLength : 1_000);
      const longRule = tcp(22, 22, { description: longest(ruleDescription) });
      const description = longest(groupDescription);
      await reach(subject, world, [wanted(longest(groupName), { description, rules: [longRule] })]);
      await reach(subject, world, [wanted("x".repeat(Math.max(1, groupName.minLength)))]);
    }),
  ];
}

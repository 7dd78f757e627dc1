import type { GroupPlan, PlannedTraffic, TargetPlan } from "@secgroup/core";
import { groupBy } from "../lint/group-by.ts";
import { cutText, more } from "./cut.ts";
import { describeTraffic } from "./describe-traffic.ts";
import { groupTitle, namesOf } from "./render-target.ts";
import type { Styles } from "./styles.ts";
import { count } from "./words.ts";

/** Examples for each of the two lists; with all else that stands below a plan they fit a screen of 24 lines. */
const mostExamples = 2;
const screenWidth = 80;

interface PlacedTraffic {
  readonly text: string;
  readonly isWorld: boolean;
  readonly group: string;
}

/** What a whole plan opens and closes, with what concerns any address, then what concerns most groups, first: for a plan that is longer than a screen. */
export function renderOverview(targets: readonly TargetPlan[], styles: Styles): readonly string[] {
  return [
    ...renderList(
      styles.red("opens  "),
      place(targets, ({ traffic }) => traffic?.opens),
      styles,
    ),
    ...renderList(
      styles.yellow("closes "),
      place(targets, ({ traffic }) => traffic?.closes),
      styles,
    ),
  ];
}

function place(
  targets: readonly TargetPlan[],
  pick: (group: GroupPlan) => readonly PlannedTraffic[] | undefined,
): readonly PlacedTraffic[] {
  return targets.flatMap(({ target, groups }) => {
    const names = namesOf(groups);
    return groups.flatMap((group) =>
      (pick(group) ?? []).map(({ line }) => ({
        text: describeTraffic(line, names),
        // "Any but a few" too: near enough to be looked at first.
        isWorld: line.remotes.kind !== "only" && line.memberships.every(({ isMember }) => !isMember),
        group: `${target} ${groupTitle(group)}`,
      })),
    );
  });
}

function renderList(word: string, all: readonly PlacedTraffic[], styles: Styles): readonly string[] {
  if (all.length === 0) return [];
  const byText = [...groupBy(all, ({ text }) => text)].toSorted(
    ([, left], [, right]) => rank(left) - rank(right) || right.length - left.length,
  );
  const world = new Set(all.flatMap(({ isWorld, group }) => (isWorld ? [group] : [])));
  const groups = new Set(all.map(({ group }) => group));
  const reach = world.size === 0 ? "" : `, in ${world.size} from or to any address`;
  const left = byText.length - mostExamples;
  return [
    `  ${word} traffic in ${count(groups.size, "group")}${reach}`,
    ...byText.slice(0, mostExamples).map(([text, places]) => renderExample(text, places, styles)),
    ...(left > 0 ? [`          ${styles.dim(more(left))}`] : []),
  ];
}

function rank(places: readonly PlacedTraffic[]): number {
  return places.some(({ isWorld }) => isWorld) ? 0 : 1;
}

function renderExample(text: string, places: readonly PlacedTraffic[], styles: Styles): string {
  const others = places.length - 1;
  const where = `${places[0]?.group}${others === 0 ? "" : ` and ${count(others, "other")}`}`;
  const room = screenWidth - 12 - text.length;
  // A name that does not fit is cut rather than the traffic.
  return room < 12
    ? `          ${cutText(`${text}  ${where}`, screenWidth - 10)}`
    : `          ${text}  ${styles.dim(cutText(where, room))}`;
}

import type { Page } from "../page.ts";
import { writeTable } from "../table.ts";
import { changes, type Change } from "./change.ts";
import { executions } from "./executions.ts";
import type { Spell } from "./judge-history.ts";
import { measure, type Measurement } from "./measure.ts";
import type { Way } from "./way.ts";
import { allWays } from "./ways/all-ways.ts";
import type { CloudName } from "./world.ts";

const counts = [1, 10, 100];
/** With so many rules every change is tried under every execution. */
const triedCounts = [1, 10];

/** The only change whose tables tell of interruptions; in any other an interruption is an error. */
const dangerous = "narrower-network";

export const comparisonPage: Page = {
  path: "docs/comparison.md",
  async readSections() {
    const sections: Record<string, string> = {};
    for (const change of changes) sections[change.name] = await describeChange(change);
    return sections;
  },
};

async function describeChange(change: Change): Promise<string> {
  const tables: string[] = [];
  for (const cloud of ["ionos", "gcore"] as const) {
    const rows: string[][] = [];
    for (const way of allWays.filter((way) => way.cloud === cloud)) rows.push(await describeWay(way, change));
    tables.push(writeTable([titles[cloud], ...headOf(change)], rows));
  }
  return tables.join("\n\n");
}

const titles: Readonly<Record<CloudName, string>> = { ionos: "on IONOS Cloud", gcore: "on Gcore" };

const headOf = ({ name }: Change): readonly string[] => {
  const numbers = counts.join(", ");
  const head = [`calls for ${numbers}`, "of which writes", "seconds"];
  return name === dangerous ? [...head, "interrupted", `at worst, for ${triedCounts.join(", ")}`] : head;
};

/** The row of one way. Throws when it says too little of what happened, under any execution. */
export async function describeWay(way: Way, change: Change): Promise<string[]> {
  const measured: Measurement[] = [];
  for (const count of counts) measured.push(await measure(way, change, count));
  const worst: Spell[] = [];
  for (const count of triedCounts) {
    const tried: Measurement[] = [];
    for (const quirks of executions[way.cloud]) tried.push(await measure(way, change, count, quirks));
    refuseUntold(way, change, tried);
    worst.push(longest(tried));
  }
  refuseUntold(way, change, measured);
  const row = [
    way.kind === "run" ? way.title : `${way.title} (replay)`,
    measured.map(({ calls }) => calls).join(", "),
    measured.map(({ writes }) => writes).join(", "),
    measured.map(({ tookMs }) => seconds(tookMs)).join(", "),
  ];
  if (change.name !== dangerous) return row;
  return [...row, tellSpells(measured.map(({ interruptedMs }) => interruptedMs)), tellSpells(worst)];
}

/** What a table has no column for must not have happened. */
function refuseUntold(way: Way, { name }: Change, measured: readonly Measurement[]): void {
  if (measured.some(({ openedMs }) => openedMs !== undefined))
    throw new Error(`${way.title} opens something in ${name}: the page says that nothing does`);
  if (name !== dangerous && measured.some(({ interruptedMs }) => interruptedMs !== undefined))
    throw new Error(`${way.title} interrupts something in ${name}: its table needs a column for that`);
}

const longest = (measured: readonly Measurement[]): Spell =>
  measured
    .map(({ interruptedMs }) => interruptedMs)
    .reduce((one, other) => (one === undefined || (other !== undefined && other > one) ? other : one));

const tellSpells = (spells: readonly Spell[]): string => {
  const told = spells.map(tellSpell);
  return new Set(told).size === 1 ? (told[0] ?? "") : told.join(", ");
};

function tellSpell(spell: Spell): string {
  if (spell === undefined) return "never";
  return spell === 0 ? "for a moment" : `${seconds(spell)} s`;
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

import type { RemoteGroup } from "../model/packet.ts";
import type { Rule } from "../model/rule.ts";
import { serviceInterval, wholeServiceLine } from "../traffic/service-line.ts";
import { describeColumn } from "./describe-column.ts";
import { divideNetworks } from "./divide-networks.ts";
import { divideLine } from "./line-class.ts";
import type {
  CellState,
  PictureColumn,
  PicturedRule,
  PicturePanel,
  PictureRow,
  TrafficPicture,
} from "./traffic-picture.ts";

/** Draws what rules allow before and after a change: over service and other end, in cells whose packets all fare alike. */
export function drawTraffic(rules: readonly PicturedRule[]): TrafficPicture {
  const panels = (["ingress", "egress"] as const).flatMap((direction) =>
    (["IPv4", "IPv6"] as const).flatMap((ipVersion) => {
      const own = rules.flatMap(({ rule, stands }, index): readonly NumberedRule[] =>
        rule.direction === direction && rule.ipVersion === ipVersion ? [{ rule, stands, index }] : [],
      );
      const [first] = own;
      return first === undefined ? [] : drawPanels(own, first.rule);
    }),
  );
  return { rules, panels };
}

interface NumberedRule extends PicturedRule {
  /** Its position among all rules of the picture. */
  readonly index: number;
}

type Place = Pick<PicturePanel, "direction" | "ipVersion" | "local" | "sourceMac">;

/** One panel for each of the server's addresses and each MAC address that rules tell apart. */
function drawPanels(
  rules: readonly NumberedRule[],
  { direction, ipVersion }: Pick<Rule, "direction" | "ipVersion">,
): readonly PicturePanel[] {
  return divideNetworks(
    rules.map(({ rule }) => rule.local),
    ipVersion,
  ).flatMap(({ place, members }) => {
    const here = members.flatMap((position) => rules[position] ?? []);
    return divideMacs(here).flatMap(({ sourceMac, matching }): readonly PicturePanel[] =>
      matching.length === 0 ? [] : [drawPanel(matching, { direction, ipVersion, local: place, sourceMac })],
    );
  });
}

function divideMacs(
  rules: readonly NumberedRule[],
): readonly { readonly sourceMac: PicturePanel["sourceMac"]; readonly matching: readonly NumberedRule[] }[] {
  const named = [
    ...new Set(rules.flatMap(({ rule }) => (rule.sourceMac === "any" ? [] : [rule.sourceMac]))),
  ].toSorted();
  return (["other", ...named] as const).map((sourceMac) => ({
    sourceMac,
    matching: rules.filter(({ rule }) => rule.sourceMac === "any" || rule.sourceMac === sourceMac),
  }));
}

function drawPanel(rules: readonly NumberedRule[], place: Place): PicturePanel {
  const columns = columnsOf(rules, place);
  const { rows, everywhere } = rowsOf(rules, place);
  const byIndex = new Map(rules.map((one) => [one.index, one]));
  const allowed = (indexes: readonly number[], when: "before" | "after"): boolean =>
    indexes.some((index) => {
      const stands = byIndex.get(index)?.stands;
      return stands === "always" || stands === when;
    });
  const stateOf = (row: PictureRow, column: PictureColumn): CellState => {
    const matching = (of: readonly number[]): readonly number[] => of.filter((index) => column.rules.includes(index));
    // Members have some address, so that what is allowed from every address is allowed from them.
    const isAllowed = (when: "before" | "after"): boolean =>
      allowed(matching(row.rules), when) ||
      (row.kind === "members" && everywhere.every((indexes) => allowed(matching(indexes), when)));
    return cellState(isAllowed("before"), isAllowed("after"));
  };
  return {
    ...place,
    columns,
    rows,
    cells: rows.map((row) => columns.map((column) => stateOf(row, column))),
    rules: rules.map(({ index }) => index),
  };
}

function cellState(isBefore: boolean, isAfter: boolean): CellState {
  if (isBefore) return isAfter ? "stays" : "closes";
  return isAfter ? "opens" : "refused";
}

function columnsOf(rules: readonly NumberedRule[], { ipVersion }: Place): readonly PictureColumn[] {
  const intervals = rules.map(({ rule }) => serviceInterval(rule));
  return divideLine(wholeServiceLine[ipVersion], intervals).flatMap(({ parts, within }) => {
    const matching = within.flatMap((position) => rules[position]?.index ?? []);
    const around = within.flatMap((position) => intervals[position] ?? []);
    return matching.length === 0 ? [] : [{ ...describeColumn(parts, around, ipVersion), rules: matching }];
  });
}

interface Rows {
  readonly rows: readonly PictureRow[];
  /** For each stretch of addresses, those without any rule too: the rules that match there. */
  readonly everywhere: readonly (readonly number[])[];
}

function rowsOf(rules: readonly NumberedRule[], { ipVersion }: Place): Rows {
  const byAddress = rules.flatMap(({ rule: { remote }, index }) =>
    remote.kind === "any" || remote.kind === "cidr" ? [{ remote, index }] : [],
  );
  const stretches = divideNetworks(
    byAddress.map(({ remote }) => remote),
    ipVersion,
  ).map(({ place, members }) => ({
    place,
    rules: members.flatMap((position) => byAddress[position]?.index ?? []),
  }));
  const fromAnywhere = byAddress.flatMap(({ remote, index }) => (remote.kind === "any" ? [index] : []));
  const groups = new Map<string, { readonly group: RemoteGroup; readonly rules: number[] }>();
  for (const { rule, index } of rules) {
    const { remote } = rule;
    if (remote.kind === "any" || remote.kind === "cidr") continue;
    const key = JSON.stringify(remote);
    const known = groups.get(key);
    if (known) known.rules.push(index);
    else groups.set(key, { group: remote, rules: [...fromAnywhere, index] });
  }
  const addressRows = stretches.filter((stretch) => stretch.rules.length > 0);
  return {
    rows: [
      ...addressRows.map(({ place, rules }): PictureRow => ({ kind: "addresses", ...place, rules })),
      ...[...groups.values()].map((members): PictureRow => ({ kind: "members", ...members })),
    ],
    everywhere: stretches.map((stretch) => stretch.rules),
  };
}

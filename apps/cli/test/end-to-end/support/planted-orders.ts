import {
  canUpdateInPlace,
  type GroupChanges,
  type OrderSteps,
  type RuleSet,
  type Step,
  type Wave,
} from "@secgroup/core";

type Update = Extract<GroupChanges, { readonly kind: "update" }>;
type UpdatePart = (update: Update) => readonly Step[];

const groupOf = ({ observed: { id, name } }: Update): { readonly id: typeof id; readonly name: string } => ({
  id,
  name,
});

const deletes: UpdatePart = (update) =>
  update.diff.remove.map(({ id }) => ({ kind: "delete-rule", group: groupOf(update), ruleId: id }));

const creates: UpdatePart = (update) =>
  update.diff.create.map((rule) => ({ kind: "create-rule", group: groupOf(update), rule }));

const writesSet =
  (add: (update: Update) => RuleSet["add"]): UpdatePart =>
  (update) => {
    const { keep, relabel, unlisted } = update.diff;
    const staying = [...keep, ...relabel.map(({ observed }) => observed), ...unlisted];
    return [
      {
        kind: "update-group",
        group: groupOf(update),
        rules: { keep: staying.map(({ draft }) => draft), add: add(update) },
      },
    ];
  };

/** Each part is a wave, of all groups together. */
function inWaves(...parts: readonly UpdatePart[]): OrderSteps {
  return (changes) => {
    const updates = changes.filter((change) => change.kind === "update");
    return parts.map((part): Wave => updates.flatMap((update) => part(update))).filter((wave) => wave.length > 0);
  };
}

/** Everything that can be turned into something wanted is, whatever hangs on it; then what is left is created, and deleted. */
const updatesHeedlessly: OrderSteps = (changes, { capabilities }) => {
  const waves: [Step[], Step[], Step[]] = [[], [], []];
  for (const update of changes) {
    if (update.kind !== "update") continue;
    const group = groupOf(update);
    const wanted = new Set(update.diff.create);
    for (const { id, rule } of update.diff.remove) {
      const to = [...wanted].find((other) => canUpdateInPlace(rule, other, capabilities.ruleUpdates));
      if (to === undefined) {
        waves[2].push({ kind: "delete-rule", group, ruleId: id });
      } else {
        wanted.delete(to);
        waves[0].push({ kind: "update-rule", group, ruleId: id, from: rule, to });
      }
    }
    waves[1].push(...[...wanted].map((rule): Step => ({ kind: "create-rule", group, rule })));
  }
  return waves.filter((wave) => wave.length > 0);
};

/** Orders that interrupt what should stay, by cloud; each ends where it should. */
export const plantedOrders: Readonly<Record<"ionos" | "gcore", Readonly<Record<string, OrderSteps>>>> = {
  ionos: {
    "deletes first": inWaves(deletes, creates),
    "does everything in one wave": inWaves((update) => [...creates(update), ...deletes(update)]),
    "updates in place what is still needed": updatesHeedlessly,
  },
  gcore: {
    "deletes first": inWaves(
      writesSet(() => []),
      writesSet(({ diff }) => diff.create),
    ),
    "always takes one write": inWaves(writesSet(({ diff }) => diff.create)),
  },
};

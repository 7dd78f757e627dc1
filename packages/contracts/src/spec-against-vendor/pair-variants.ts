import type { Variant } from "./schema-variants.ts";

export interface PairedVariants {
  readonly pairs: readonly (readonly [ours: Variant, theirs: Variant])[];
  readonly onlyOurs: readonly Variant[];
  readonly onlyTheirs: readonly Variant[];
}

/** Finds the forms that stand for each other: the only one on each side, else those of equal name, else of equal type and format. */
export function pairVariants(ours: readonly Variant[], theirs: readonly Variant[]): PairedVariants {
  const [our, their] = [ours[0], theirs[0]];
  if (our && their && ours.length === 1 && theirs.length === 1)
    return { pairs: [[our, their]], onlyOurs: [], onlyTheirs: [] };
  const named = pairBy(ours, theirs, ({ name }) => name);
  const typed = pairBy(named.onlyOurs, named.onlyTheirs, ({ type, schema }) => `${type} ${String(schema["format"])}`);
  return { ...typed, pairs: [...named.pairs, ...typed.pairs] };
}

function pairBy(
  ours: readonly Variant[],
  theirs: readonly Variant[],
  keyOf: (variant: Variant) => string | undefined,
): PairedVariants {
  const onlyTheirs = [...theirs];
  const onlyOurs: Variant[] = [];
  const pairs: [Variant, Variant][] = [];
  for (const our of ours) {
    const key = keyOf(our);
    const index = onlyTheirs.findIndex((their) => key !== undefined && keyOf(their) === key);
    const [their] = index === -1 ? [] : onlyTheirs.splice(index, 1);
    if (their === undefined) onlyOurs.push(our);
    else pairs.push([our, their]);
  }
  return { pairs, onlyOurs, onlyTheirs };
}

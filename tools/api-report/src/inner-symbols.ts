/** What exported types are made of and nobody has to name, by entry. Whatever else an API speaks of, it exports. */
const innerSymbols: Readonly<Record<string, readonly string[]>> = {
  "@secgroup/core": [
    // What the members of a union have in common.
    "GroupPlanBase",
    "PacketEnds",
    "RuleBase",
    "UnprovedStepBase",
    // How `ResolvedStep` is derived from `Step`.
    "ResolvedGroupStep",
    // `Traffic` is opaque.
    "Node_2",
  ],
  "@secgroup/simulator": [
    // The one table of a cloud's quirks is exported; these are its parts.
    "GcoreQuirkTable",
    "groupQuirks",
    "readQuirks",
    "requestQuirks",
    "ruleQuirks",
    // Words of `FaultName`.
    "FaultStatus",
    "LateFaultStatus",
    "Names",
  ],
};

export const isInner = (entry: string, symbol: string): boolean => innerSymbols[entry]?.includes(symbol) === true;

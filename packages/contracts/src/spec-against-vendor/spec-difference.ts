/** One place where our document and the vendor's say different things. */
export interface SpecDifference {
  /** The operation with parameter or status, or the direction, schema and field: `request Rule.protocol`. */
  readonly where: string;
  readonly ours: string;
  readonly theirs: string;
  /** `breaking`: what we send may be refused, or what is answered may be misread. */
  readonly verdict: "breaking" | "harmless";
  readonly why: string;
}

/** Who speaks: in a request we send and the vendor takes, in an answer it is the other way round. */
export type Direction = "request" | "answer";

/** A spot in both documents, and which way data flows there. */
export interface Place {
  readonly direction: Direction;
  readonly where: string;
}

/** Which document allows more; `both` when each allows something that the other does not, or when it cannot be told. */
export type Wider = "ours" | "theirs" | "both";

const reasons: Readonly<Record<Direction, { readonly breaking: string; readonly harmless: string }>> = {
  request: {
    breaking: "we may send what the vendor does not take",
    harmless: "the vendor takes more than we send",
  },
  answer: {
    breaking: "the vendor may answer what our document excludes",
    harmless: "our document allows more than the vendor answers",
  },
};

/** Judges by one rule for both directions: whoever receives must allow all that the sender may send. */
export function widthDifference(place: Place, ours: string, theirs: string, wider: Wider): SpecDifference {
  const sender = place.direction === "request" ? "ours" : "theirs";
  const verdict = wider === "both" || wider === sender ? "breaking" : "harmless";
  return { where: place.where, ours, theirs, verdict, why: reasons[place.direction][verdict] };
}

/** A difference that nobody's data can show. */
export const harmlessDifference = (where: string, ours: string, theirs: string, why: string): SpecDifference => ({
  where,
  ours,
  theirs,
  verdict: "harmless",
  why,
});

/** A difference that is wrong for us in whatever direction. */
export const breakingDifference = (where: string, ours: string, theirs: string, why: string): SpecDifference => ({
  where,
  ours,
  theirs,
  verdict: "breaking",
  why,
});

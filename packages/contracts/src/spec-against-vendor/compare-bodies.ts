import { compareSchemas } from "./compare-schemas.ts";
import type { Comparison } from "./comparison.ts";
import type { Body, Operation } from "./list-operations.ts";
import {
  breakingDifference,
  harmlessDifference,
  widthDifference,
  type Place,
  type SpecDifference,
} from "./spec-difference.ts";

const json = "application/json";

/** What is sent with one operation. */
export function compareRequestBodies(
  comparison: Comparison,
  { title, requestBody: ours }: Operation,
  { requestBody: theirs }: Operation,
): readonly SpecDifference[] {
  const place = { direction: "request", where: `${title} body` } as const;
  const need = ({ isRequired }: Body): string => (isRequired ? "required" : "optional");
  return [
    ...(ours.isRequired === theirs.isRequired
      ? []
      : [widthDifference(place, need(ours), need(theirs), ours.isRequired ? "theirs" : "ours")]),
    ...compareContents(comparison, place, ours, theirs),
  ];
}

/** What one operation answers: success by status, and the refusals that both documents describe. */
export function compareAnswers(
  comparison: Comparison,
  { title, answers: ours }: Operation,
  { answers: theirs }: Operation,
): readonly SpecDifference[] {
  const known = (status: string): Body | undefined =>
    theirs.get(status) ?? theirs.get(`${status.slice(0, 1)}XX`) ?? theirs.get("default");
  const isSuccess = (status: string): boolean => status.startsWith("2");
  const onlyOurs = [...ours.keys()].filter((status) => known(status) === undefined);
  const onlyTheirs = [...theirs.keys()].filter((status) => /^\d{3}$/.test(status) && !ours.has(status));
  return [
    ...onlyTheirs
      .filter(isSuccess)
      .map((status) =>
        breakingDifference(`${title} ${status}`, "not there", "there", "we do not know what this success means"),
      ),
    ...onlyOurs
      .filter(isSuccess)
      .map((status) => harmlessDifference(`${title} ${status}`, "there", "not there", "the vendor does not answer it")),
    ...compareRefusals(
      title,
      onlyOurs.filter((status) => !isSuccess(status)),
      onlyTheirs.filter((status) => !isSuccess(status)),
    ),
    ...[...ours].flatMap(([status, our]) => {
      const their = known(status);
      return their === undefined
        ? []
        : compareContents(comparison, { direction: "answer", where: `${title} ${status}` }, our, their);
    }),
  ];
}

/** Vendors describe refusals apart from the operations, if at all, and a client has to survive any status. */
const compareRefusals = (
  title: string,
  ours: readonly string[],
  theirs: readonly string[],
): readonly SpecDifference[] =>
  ours.length + theirs.length === 0
    ? []
    : [
        harmlessDifference(
          `${title} refusals`,
          ours.join(", ") || "none of these",
          theirs.join(", ") || "none of these",
          "any status that is not a success is read as a refusal",
        ),
      ];

function compareContents(comparison: Comparison, place: Place, ours: Body, theirs: Body): readonly SpecDifference[] {
  const [isOurs, isTheirs] = [ours, theirs].map(({ mediaTypes }) => mediaTypes.includes(json));
  if (isOurs && isTheirs) return compareSchemas(comparison, place, ours.schema, theirs.schema);
  const texts = [describeBody(ours), describeBody(theirs)] as const;
  if (texts[0] === texts[1]) return [];
  return isOurs
    ? [breakingDifference(place.where, ...texts, "we send or expect JSON there")]
    : [harmlessDifference(place.where, ...texts, "we neither send nor read it")];
}

const describeBody = ({ mediaTypes }: Body): string => mediaTypes.join(", ") || "no body";

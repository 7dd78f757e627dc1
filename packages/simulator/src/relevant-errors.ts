import type { ErrorObject } from "ajv";

/**
 * The errors that a person needs. ajv reports every branch of a failed `anyOf`; only the branch that came nearest is kept: the one
 * with the fewest errors at the value itself, and never `null` where there is another.
 */
export function relevantErrors(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const union = errors.find(({ keyword }) => keyword === "anyOf" || keyword === "oneOf");
  if (union === undefined) return errors;
  const outside: ErrorObject[] = [];
  const branches = new Map<string, ErrorObject[]>();
  const prefix = `${union.schemaPath}/`;
  for (const error of errors) {
    if (error === union) continue;
    const within = error.schemaPath.startsWith(prefix) && `${error.instancePath}/`.startsWith(`${union.instancePath}/`);
    if (!within) outside.push(error);
    else {
      const branch = error.schemaPath.slice(prefix.length).split("/")[0] ?? "";
      branches.set(branch, [...(branches.get(branch) ?? []), error]);
    }
  }
  const distance = (branch: readonly ErrorObject[]): number =>
    branch.some(({ keyword, params }) => keyword === "type" && params["type"] === "null")
      ? Number.POSITIVE_INFINITY
      : branch.filter(({ instancePath }) => instancePath === union.instancePath).length;
  const nearest = [...branches.values()].toSorted((a, b) => distance(a) - distance(b))[0] ?? [union];
  return relevantErrors([...outside, ...nearest]);
}

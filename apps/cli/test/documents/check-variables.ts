import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./find-documents.ts";
import type { Problem } from "./problem.ts";
import type { Block, Prose } from "./read-document.ts";

const variable = /\b(?:IONOS|GCORE|SECGROUP)_[A-Z0-9_]+/g;

/** Where variables of the environment are read or told of: what is published, and the templates for pipelines. */
const places = ["packages", "apps"]
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}/src`))
  .concat("templates", ".github/workflows");

/** Every variable that the sources name. The list is closed by them. */
const knownVariables: ReadonlySet<string> = new Set(
  places.flatMap((place) =>
    readdirSync(join(root, place), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8").match(variable) ?? []),
  ),
);

/** Names such as IONOS_TOKN, which nothing reads. */
export const checkVariables = ({ line, text }: Block | Prose): readonly Problem[] =>
  [...new Set(text.match(variable))].flatMap((name) =>
    knownVariables.has(name) ? [] : [{ line, what: `nothing reads the variable ${name}` }],
  );

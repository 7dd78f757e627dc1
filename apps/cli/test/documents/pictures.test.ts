import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { pictures } from "../../test-pages/pictures.ts";
import { followLink } from "./check-links.ts";
import { findDocuments, findPackageReadmes, root } from "./find-documents.ts";
import { readDocument } from "./read-document.ts";

const folder = "docs/pictures";
const wanted = pictures.map((picture) => `${folder}/${picture}.png`).toSorted();

// What is on them nobody compares: versions of Chromium draw differently.
it("the pictures are those that take-pictures takes", () => {
  expect(
    readdirSync(join(root, folder), { recursive: true })
      .map((name) => `${folder}/${String(name)}`)
      .toSorted(),
  ).toEqual(wanted);
});

it("each picture is in a document, and no other is", () => {
  const shown = [...findDocuments(), ...findPackageReadmes()].flatMap((document) =>
    readDocument(readFileSync(join(root, document), "utf8")).flatMap((part) =>
      part.kind === "prose" ? part.links.flatMap((link) => followLink(document, link)?.path ?? []) : [],
    ),
  );
  expect([...new Set(shown.filter((path) => path.startsWith(`${folder}/`)))].toSorted()).toEqual(wanted);
});

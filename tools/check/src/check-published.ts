import type { Publication, PublishedFiles, PublishedManifest } from "./read-published.ts";

/** What the manifest of a published package says, and how it is told when it does not. */
const demands: readonly (readonly [isMet: (manifest: PublishedManifest) => boolean, wanted: string])[] = [
  [({ description = "" }) => description !== "", "a description"],
  [({ keywords = [] }) => keywords.length > 0, "keywords"],
  [({ license }) => license === "MIT", "the license MIT"],
  [({ sideEffects }) => sideEffects !== undefined, "sideEffects, which bundlers ask for"],
  [({ engines }) => engines?.node !== undefined, "engines.node"],
  // Source maps point to the sources.
  [
    ({ files = [] }) => ["dist", "src", "!dist/.tsbuildinfo"].every((file) => files.includes(file)),
    "dist and src, without dist/.tsbuildinfo, in files",
  ],
  [({ publishConfig }) => publishConfig?.access === "public", "publishConfig.access public"],
  [({ publishConfig }) => publishConfig?.provenance === true, "publishConfig.provenance true"],
];

/** Everything about published packages that is not as it is for the others, one sentence each. */
export function checkPublished({ packages, licence, fixed }: Publication): string[] {
  if (packages.length === 0) return ["no package is published, so that there is nothing to check"];
  const names = packages.map(({ manifest }) => manifest.name);
  return [
    ...packages.flatMap((each) => [...checkManifest(each), ...checkLicence(each, licence)]),
    ...names
      .filter((name) => !fixed.includes(name))
      .map((name) => `${name} is not among those of one version in .changeset/config.json`),
    ...fixed
      .filter((name) => !names.includes(name))
      .map((name) => `.changeset/config.json has ${name}, which is not published`),
  ];
}

function checkManifest({ folder, manifest }: PublishedFiles): string[] {
  return demands
    .filter(([isMet]) => !isMet(manifest))
    .map(([, wanted]) => `${folder}/package.json lacks ${wanted}; or is it private?`);
}

function checkLicence({ folder, licence }: PublishedFiles, wanted: string): string[] {
  if (licence === undefined) return [`${folder} has no LICENSE: copy the root's, a link would not be packed`];
  return licence === wanted ? [] : [`${folder}/LICENSE differs from the root's`];
}

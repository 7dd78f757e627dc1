// Writes the types and the document of each vendor's API from specs/<vendor>/openapi.yaml.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";
import { parse } from "yaml";

const root = new URL("../../../", import.meta.url);
const outDirectory = new URL("packages/api-types/src/generated/", root);
const header = (vendor: string): string =>
  `// Generated from specs/${vendor}/openapi.yaml by \`pnpm generate\`. Do not edit.\n\n`;

await mkdir(outDirectory, { recursive: true });
for (const vendor of ["ionos", "gcore"]) {
  const specUrl = new URL(`specs/${vendor}/openapi.yaml`, root);
  const document: unknown = parse(await readFile(specUrl, "utf8"));
  const types = astToString(
    await openapiTS(specUrl, { defaultNonNullable: false, rootTypes: true, rootTypesNoSchemaPrefix: true }),
  );
  await writeFile(new URL(`${vendor}.ts`, outDirectory), header(vendor) + types);
  await writeFile(
    new URL(`${vendor}-document.ts`, outDirectory),
    `${header(vendor)}import type { OpenApiDocument } from "../openapi-document.ts";\n\n` +
      `/** The document that the types of \`@secgroup/api-types/${vendor}\` were generated from. */\n` +
      `export const ${vendor}Document: OpenApiDocument = ${JSON.stringify(document, null, 2)};\n`,
  );
}

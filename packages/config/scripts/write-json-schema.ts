// Writes secgroup.schema.json from the schemas of the document: `pnpm --filter @secgroup/config run generate:schema`.
import { writeFile } from "node:fs/promises";
import { writeJsonSchema } from "../src/shape/json-schema.ts";

const text = `${JSON.stringify(writeJsonSchema(), undefined, 2)}\n`;
await writeFile(new URL("../secgroup.schema.json", import.meta.url), text);

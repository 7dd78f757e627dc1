import { fileURLToPath } from "node:url";

/** The document of the demo, a file of this package that anyone may read. */
export const demoDocument: string = fileURLToPath(new URL("../../demo/secgroup.yaml", import.meta.url));

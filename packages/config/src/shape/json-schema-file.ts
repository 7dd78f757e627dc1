/** The file with the document's JSON Schema, which this package brings along; also to be had as `@secgroup/config/schema.json`. */
export const jsonSchemaFile: URL = new URL("../../secgroup.schema.json", import.meta.url);

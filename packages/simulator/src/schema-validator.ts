import { isIP } from "node:net";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

/**
 * A validator for the schemas of OpenAPI 3.1 documents that reports every problem and knows the formats that Gcore uses. With `text` the values come from a query or path: they are turned, in place, into the types that the schema asks for, and defaults
 * are filled in.
 */
export function createSchemaValidator(options: { readonly text: boolean }): Ajv2020 {
  // Not strict: OpenAPI adds keywords of its own, and a `type` may stand beside the schema that it belongs to.
  const validator = new Ajv2020({
    allErrors: true,
    strict: false,
    verbose: true,
    coerceTypes: options.text,
    useDefaults: options.text,
  });
  formats.default(validator);
  validator.addFormat("uuid4", /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i);
  validator.addFormat("ipvanyaddress", isAddress);
  validator.addFormat("ipvanynetwork", isNetwork);
  return validator;
}

/** An IPv4 or IPv6 address without prefix length or zone. */
export const isAddress = (text: string): boolean => isIP(text) !== 0 && !text.includes("%");

/** An address with or without a prefix length. Host bits may be set: whether they are taken is not a matter of form. */
export function isNetwork(text: string): boolean {
  const [address = "", prefix, ...rest] = text.split("/");
  if (!isAddress(address) || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (isIP(address) === 4 ? 32 : 128));
}

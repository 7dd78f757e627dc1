import * as z from "zod";

/** A text that a provider keeps as null or "" where nothing is set. */
export const optionalText: z.ZodType<string | null> = z
  .nullish(z.string())
  .transform((text) => (text === undefined || text === "" ? null : text));

/** A number that a provider keeps as null where nothing is set, and may spell as text. */
export const optionalNumber: z.ZodType<number | null> = z
  .nullish(z.union([z.number(), z.string().regex(/^\d*$/, "this should be a number")], "this should be a number"))
  .transform((number) => (number === undefined || number === null || number === "" ? null : Number(number)));

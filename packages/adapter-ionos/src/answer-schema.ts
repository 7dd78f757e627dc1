import type { SecurityGroups } from "@secgroup/api-types/ionos";
import * as z from "zod";

/** Reads an answer as `T`; fields that are not used are dropped, whatever they hold. */
export type Schema<T> = z.ZodType<T>;

/** An id that can stand in a path and in a handle: not empty, not made of dots, and well-formed Unicode. */
export const id: Schema<string> = z.string().check(z.regex(/^(?!\.*$)\P{Surrogate}+$/u));

/** A field that may be absent or null, which mean the same. */
export type Optional<T> = T | null | undefined;

/** A shape of which every field is one of the generated type; a name that the spec does not know is a compile error. */
export type Fields<T> = { readonly [Name in keyof T]?: z.ZodType };

/** A collection inside a resource. At a low depth it has no items, which means unknown, not empty. */
export interface Collection<T> {
  readonly items?: Optional<readonly T[]>;
  readonly offset?: Optional<number>;
  readonly limit?: Optional<number>;
  readonly _links?: Optional<{ readonly next?: Optional<string> }>;
}

/** A collection that was asked for itself. */
export interface Page<T> extends Collection<T> {
  readonly items: readonly T[];
}

const paging = {
  offset: z.nullish(z.number()),
  limit: z.nullish(z.number()),
  _links: z.nullish(z.object({ next: z.nullish(z.string()) })),
} satisfies Fields<SecurityGroups>;

/** Reads an embedded collection. */
export function collection<T>(item: Schema<T>): Schema<Collection<T>> {
  return z.object({ items: z.nullish(z.array(item)), ...paging });
}

/** Reads a collection whose items must be there. */
export function page<T>(item: Schema<T>): Schema<Page<T>> {
  return z.object({ items: z.array(item), ...paging });
}

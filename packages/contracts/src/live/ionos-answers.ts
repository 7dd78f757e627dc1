import * as z from "zod";

/** A rule as far as the live check needs it; everything else is held to the document. */
export interface ReadRule {
  readonly id: string;
  readonly properties?: { readonly sourceIp?: string | null | undefined } | undefined;
}

const rule: z.ZodType<ReadRule> = z.object({
  id: z.string(),
  properties: z.object({ sourceIp: z.string().nullish() }).optional(),
});

/** A group of a list, its rules as far as the depth tells them. */
export interface ListedGroup {
  readonly id: string;
  readonly entities?: { readonly rules?: { readonly items?: readonly ReadRule[] | undefined } | undefined } | undefined;
}

const group: z.ZodType<ListedGroup> = z.object({
  id: z.string(),
  entities: z.object({ rules: z.object({ items: z.array(rule).optional() }).optional() }).optional(),
});

interface Collection<Item> {
  readonly items: readonly Item[];
}

export const createdAnswer: z.ZodType<{ readonly id: string }> = z.object({ id: z.string() });
export const groupsAnswer: z.ZodType<Collection<ListedGroup>> = z.object({ items: z.array(group) });
export const rulesAnswer: z.ZodType<Collection<ReadRule>> = z.object({ items: z.array(rule) });
export const requestsAnswer: z.ZodType<Collection<{ readonly id: string }>> = z.object({
  items: z.array(z.object({ id: z.string() })),
});

export const statusAnswer: z.ZodType<{
  readonly metadata: { readonly status: string; readonly message?: string | undefined };
}> = z.object({ metadata: z.object({ status: z.string(), message: z.string().optional() }) });

export const stateAnswer: z.ZodType<{ readonly metadata: { readonly state: string } }> = z.object({
  metadata: z.object({ state: z.string() }),
});

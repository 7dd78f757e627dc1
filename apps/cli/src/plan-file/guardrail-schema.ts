import type { ErrorPlace, Guardrail } from "@secgroup/core";
import { z } from "zod";
import { ruleSchema } from "./rule-schema.ts";

const text = z.string();
const place: z.ZodType<ErrorPlace> = z.strictObject({
  file: text.optional(),
  line: z.int().optional(),
  column: z.int().optional(),
  path: text.optional(),
  target: text.optional(),
  group: text.optional(),
  rule: text.optional(),
  field: text.optional(),
});

/** A guardrail as a plan file holds it, with where it stands in the document. */
export const guardrailSchema: z.ZodType<Guardrail> = z.strictObject({
  kind: z.enum(["always", "never"]),
  rules: z.array(ruleSchema),
  except: z.array(ruleSchema),
  groups: z.array(text.min(1)).optional(),
  place: place.optional(),
});

import { z } from "zod";
import type { GcoreTargetEntry, GroupFields, IonosTargetEntry, SecurityGroupDocument } from "../document.ts";
import { guardrailSchema } from "./guardrail-schema.ts";
import { longRuleSchema, shortEgressSchema, shortIngressSchema, textOrListSchema } from "./rule-schema.ts";

const textList = z.array(z.string()).min(1);
const cloudNumber = z.union([z.int().min(1), z.string().regex(/^0*[1-9]\d{0,14}$/, "is not a number such as 1234")]);

const ionosTarget = z
  .strictObject({
    cloud: z.literal("ionos").meta({ description: "IONOS Cloud.", examples: ["ionos"] }),
    datacenter: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, "is not the id of a datacenter")
      .meta({ description: "The id of the virtual datacenter.", examples: ["${IONOS_DATACENTER_ID}"] }),
  })
  .meta({
    title: "IONOS Cloud",
    description: "A datacenter of IONOS Cloud.",
    examples: [{ cloud: "ionos", datacenter: "${IONOS_DATACENTER_ID}" }],
  });

const gcoreTarget = z
  .strictObject({
    cloud: z.literal("gcore").meta({ description: "Gcore.", examples: ["gcore"] }),
    project: cloudNumber.optional().meta({
      description: "The project's number. Default: the environment variable GCORE_CLOUD_PROJECT_ID.",
      examples: [1234],
    }),
    region: cloudNumber.optional().meta({
      description: "The region's number. Default: the environment variable GCORE_CLOUD_REGION_ID.",
      examples: [76],
    }),
  })
  .meta({
    title: "Gcore",
    description: "A project and region of Gcore.",
    examples: [{ cloud: "gcore", project: 1234, region: 76 }],
  });

const groupFields = {
  on: textOrListSchema.meta({
    description: "The target that the group is on, or a list of targets.",
    examples: ["fra", ["fra", "lux"]],
  }),
  name: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "The group's exact name on the cloud. Default: its key.", examples: ["Web servers"] }),
  id: z
    .string()
    .min(1)
    .optional()
    .meta({
      description:
        "The group's id on the cloud; finds it whatever its name is, and then gives it the name. Only with one target.",
      examples: ["9f1c0c5e-6a2b-4b39-9f43-0a6c1c6f2c11"],
    }),
  description: z
    .string()
    .optional()
    .meta({ description: "The group's description. Default: left as it is.", examples: ["Public web servers"] }),
  tags: z
    .record(z.string(), z.string())
    .optional()
    .meta({ description: "All tags of the group. Default: left as they are.", examples: [{ team: "edge" }] }),
  ensure: z
    .enum(["present", "absent"])
    .optional()
    .meta({ description: "Whether the group is to exist; absent deletes it. Default present.", examples: ["absent"] }),
  unlistedRules: z
    .enum(["remove", "keep", "fail"])
    .optional()
    .meta({ description: "What is done with rules that stand only on the cloud. Default remove.", examples: ["keep"] }),
};

const group = z
  .strictObject({
    ...groupFields,
    ingress: z
      .array(z.union([shortIngressSchema, longRuleSchema]))
      .optional()
      .meta({
        description: "Traffic that may reach the servers. Default none.",
        examples: [[{ allow: "https", from: "any" }]],
      }),
    egress: z
      .array(z.union([shortEgressSchema, longRuleSchema]))
      .optional()
      .meta({
        description: "Traffic that may leave the servers. Default none.",
        examples: [[{ allow: "any", to: "any" }]],
      }),
  })
  .meta({
    title: "group",
    description: "A security group.",
    examples: [{ on: "fra", ingress: [{ allow: "https", from: "any" }], egress: [{ allow: "any", to: "any" }] }],
  });

const jsonSchema = z
  .string()
  .optional()
  .meta({
    description: "The JSON Schema of this document, for editors of JSON; nothing is read from there.",
    examples: ["./secgroup.schema.json"],
  });

/** The whole document, for whoever wants to know its shape; reading goes piece by piece, through the schemas below. */
export const documentSchema: z.ZodType<SecurityGroupDocument> = z.strictObject({
  $schema: jsonSchema,
  targets: z.record(z.string(), z.discriminatedUnion("cloud", [ionosTarget, gcoreTarget])).meta({
    description: "The places that groups live in, by name; one at least.",
    minProperties: 1,
    examples: [{ fra: { cloud: "ionos", datacenter: "${IONOS_DATACENTER_ID}" } }],
  }),
  addresses: z
    .record(z.string(), textList)
    .optional()
    .meta({
      description: "Named sets of addresses, CIDRs and other sets.",
      examples: [{ office: ["203.0.113.0/24", "2001:db8:a::/48"] }],
    }),
  services: z
    .record(z.string(), textList)
    .optional()
    .meta({
      description:
        "Named sets of what `allow` may say; ssh, http, https, dns, ntp, rdp, smtp, postgres, mysql, redis and ping are built in.",
      examples: [{ web: ["tcp/80", "tcp/443"] }],
    }),
  groups: z
    .record(z.string(), group)
    .optional()
    .meta({
      description:
        "The security groups, by key; the key is the group's name on the cloud unless `name` says otherwise.",
      examples: [{ web: { on: "fra", ingress: [{ allow: "https", from: "any" }] } }],
    }),
  guardrails: z
    .array(guardrailSchema)
    .optional()
    .meta({
      description: "What every plan must keep: traffic that is always allowed, and traffic that never is.",
      examples: [[{ never: { allow: "ssh", from: "any", except: "office" } }]],
    }),
});

/** The document's sections with their entries unread. */
export interface DocumentOutline {
  readonly $schema?: string | undefined;
  readonly targets?: Readonly<Record<string, unknown>> | undefined;
  readonly addresses?: Readonly<Record<string, unknown>> | undefined;
  readonly services?: Readonly<Record<string, unknown>> | undefined;
  readonly groups?: Readonly<Record<string, unknown>> | undefined;
  readonly guardrails?: readonly unknown[] | undefined;
}

const unread = z.array(z.unknown()).optional();
const section = z.record(z.string(), z.unknown()).optional();
export const outlineSchema: z.ZodType<DocumentOutline> = z.strictObject({
  $schema: jsonSchema,
  targets: section,
  addresses: section,
  services: section,
  groups: section,
  guardrails: unread,
});

/** A group with its rules unread. */
export interface GroupOutline extends GroupFields {
  readonly ingress?: readonly unknown[] | undefined;
  readonly egress?: readonly unknown[] | undefined;
}

export const groupOutlineSchema: z.ZodType<GroupOutline> = z.strictObject({
  ...groupFields,
  ingress: unread,
  egress: unread,
});

export const ionosTargetSchema: z.ZodType<IonosTargetEntry> = ionosTarget;
export const gcoreTargetSchema: z.ZodType<GcoreTargetEntry> = gcoreTarget;
export const cloudSchema: z.ZodType<{ readonly cloud: "ionos" | "gcore" }> = z.object({
  cloud: z.enum(["ionos", "gcore"]),
});
export const itemsSchema: z.ZodType<readonly unknown[]> = z.array(z.unknown()).min(1);
export const textSchema: z.ZodType<string> = z.string();

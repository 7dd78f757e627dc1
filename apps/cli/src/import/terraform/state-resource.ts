import { SecurityGroupError } from "@secgroup/core";
import * as z from "zod";
import { readFields } from "../read-fields.ts";

/** One instance of a resource that Terraform manages. */
export interface StateResource {
  /** As Terraform writes it: `module.edge["fra"].ionoscloud_nsg.web[0]`. */
  readonly address: string;
  readonly type: string;
  /** What the provider keeps of it; may hold anything. */
  readonly attributes: unknown;
}

export interface StateResources {
  readonly resources: readonly StateResource[];
  /** What Terraform has replaced and is about to destroy. */
  readonly deposed: readonly StateResource[];
}

interface Module {
  readonly resources?: readonly z.infer<typeof shownResource>[] | null | undefined;
  readonly child_modules?: readonly Module[] | null | undefined;
}

// Version 4 of the state, as `terraform state pull` prints it (internal/states/statefile/version4.go of Terraform).
const state = z.object({
  resources: z.array(
    z.object({
      module: z.nullish(z.string()),
      mode: z.string(),
      type: z.string(),
      name: z.string(),
      instances: z.array(
        z.object({
          index_key: z.nullish(z.union([z.string(), z.number()])),
          deposed: z.nullish(z.string()),
          attributes: z.unknown(),
        }),
      ),
    }),
  ),
});

// As `terraform show -json` prints a state (Terraform, "JSON Output Format", values representation).
const shownResource = z.object({
  address: z.string(),
  mode: z.string(),
  type: z.string(),
  deposed_key: z.nullish(z.string()),
  values: z.unknown(),
});
const shownModule: z.ZodType<Module> = z.lazy(() =>
  z.object({ resources: z.nullish(z.array(shownResource)), child_modules: z.nullish(z.array(shownModule)) }),
);
const shownState = z.object({ values: z.nullish(z.object({ root_module: z.nullish(shownModule) })) });

/**
 * The managed resources of a state, of all modules, in either form that Terraform prints; data sources are left.
 *
 * Throws `invalid-document` for anything else, saying what it seems to be.
 */
export function readStateResources(value: unknown, file: string): StateResources {
  const head = readFields(
    z.object({
      version: z.optional(z.unknown()),
      format_version: z.optional(z.unknown()),
      planned_values: z.optional(z.unknown()),
    }),
    value,
    file,
  );
  if (head.planned_values !== undefined) throw refuse("this is a Terraform plan, not a state", file);
  if (head.format_version !== undefined) {
    if (typeof head.format_version !== "string" || !/^[01]\./.test(head.format_version)) {
      throw refuse("this version of Terraform's JSON is not known; 0 and 1 are", file, "format_version");
    }
    return sort(listShown(readFields(shownState, value, file).values?.root_module ?? {}));
  }
  if (head.version === undefined) throw refuse("this is no Terraform state: it has no version", file);
  if (head.version !== 4) throw refuse("this version of the state is not known; 4 is", file, "version");
  return sort(listPulled(readFields(state, value, file)));
}

type Found = StateResource & { readonly isDeposed: boolean; readonly isManaged: boolean };

function* listPulled({ resources }: z.infer<typeof state>): Generator<Found> {
  for (const { module, mode, type, name, instances } of resources) {
    for (const { index_key: key, deposed, attributes } of instances) {
      const index = key === null || key === undefined ? "" : `[${JSON.stringify(key)}]`;
      const address = `${module ? `${module}.` : ""}${type}.${name}${index}`;
      yield { address, type, attributes, isDeposed: Boolean(deposed), isManaged: mode === "managed" };
    }
  }
}

function* listShown({ resources, child_modules: children }: Module): Generator<Found> {
  for (const { address, mode, type, deposed_key: deposed, values } of resources ?? []) {
    yield { address, type, attributes: values, isDeposed: Boolean(deposed), isManaged: mode === "managed" };
  }
  for (const child of children ?? []) yield* listShown(child);
}

function sort(found: Iterable<Found>): StateResources {
  const managed = [...found].filter(({ isManaged }) => isManaged);
  return {
    resources: managed.filter(({ isDeposed }) => !isDeposed),
    deposed: managed.filter(({ isDeposed }) => isDeposed),
  };
}

function refuse(message: string, file: string, path?: string): SecurityGroupError {
  return new SecurityGroupError("invalid-document", message, {
    place: { file, path },
    hint: "Write it with `terraform state pull`, or with `terraform show -json` in the folder of the configuration.",
  });
}

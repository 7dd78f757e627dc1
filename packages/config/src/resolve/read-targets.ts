import type { GcoreTarget, IonosTarget, Target } from "../configuration.ts";
import type { GcoreTargetEntry } from "../document.ts";
import type { ProblemList } from "../problem/problem-list.ts";
import { checkShape } from "../shape/check-shape.ts";
import { cloudSchema, gcoreTargetSchema, ionosTargetSchema } from "../shape/document-schema.ts";
import type { DocumentPath } from "../source/document-path.ts";
import { readVariable, type Environment } from "../source/expand-environment.ts";

/** Targets by name; one that is wrong, and already reported, is `undefined`. */
export type Targets = ReadonlyMap<string, Target | undefined>;

// The variables are those of the vendors' own tools.
const credentialVariables: Readonly<Record<"ionos" | "gcore", Readonly<Record<string, string>>>> = {
  ionos: {
    token: "IONOS_TOKEN",
    username: "IONOS_USERNAME",
    password: "IONOS_PASSWORD",
    apikey: "IONOS_TOKEN",
    contract: "IONOS_CONTRACT_NUMBER",
    contractnumber: "IONOS_CONTRACT_NUMBER",
    url: "IONOS_API_URL",
    endpoint: "IONOS_API_URL",
  },
  gcore: {
    token: "GCORE_API_KEY",
    apikey: "GCORE_API_KEY",
    username: "GCORE_API_KEY",
    password: "GCORE_API_KEY",
    url: "GCORE_BASE_URL",
    endpoint: "GCORE_BASE_URL",
  },
};

/** Reads the section `targets`; Gcore's project and region may come from the environment. */
export function readTargets(
  section: Readonly<Record<string, unknown>>,
  environment: Environment,
  problems: ProblemList,
): Targets {
  const targets = new Map<string, Target | undefined>();
  const places = new Map<string, string>();
  for (const [name, value] of Object.entries(section)) {
    const target = readTarget(name, value, environment, problems);
    targets.set(name, target);
    if (target === undefined) continue;
    const place =
      target.cloud === "ionos"
        ? `datacenter ${target.datacenter.toLowerCase()}`
        : `project ${target.project} and region ${target.region}`;
    const other = places.get(`${target.cloud} ${place}`);
    if (other === undefined) places.set(`${target.cloud} ${place}`, name);
    else problems.add(["targets", name], `is the same ${place} as target ${other}; keep one of the two names`, "key");
  }
  return targets;
}

function readTarget(name: string, value: unknown, environment: Environment, problems: ProblemList): Target | undefined {
  const path = ["targets", name];
  const cloud = checkShape(cloudSchema, value, path, problems)?.cloud;
  if (cloud === undefined) return undefined;
  const unknownField = (field: string): string | undefined => {
    const variables = credentialVariables[cloud];
    const variable = Object.entries(variables).find(
      ([key]) => key === field.toLowerCase().replaceAll(/[_-]/g, ""),
    )?.[1];
    return variable && `does not belong in a document; remove it and set the environment variable ${variable}`;
  };
  if (cloud === "ionos") {
    const entry = checkShape(ionosTargetSchema, value, path, problems, unknownField);
    return entry && ({ name, cloud, datacenter: entry.datacenter } satisfies IonosTarget);
  }
  const entry = checkShape(gcoreTargetSchema, value, path, problems, unknownField);
  const isWrong = (field: "project" | "region"): boolean =>
    entry?.[field] === undefined && typeof value === "object" && value !== null && field in value;
  const read = (field: "project" | "region"): number | undefined =>
    entry === undefined || isWrong(field) ? undefined : readNumber(entry, field, path, environment, problems);
  const project = read("project");
  const region = read("region");
  return project === undefined || region === undefined
    ? undefined
    : ({ name, cloud, project, region } satisfies GcoreTarget);
}

const variables = { project: "GCORE_CLOUD_PROJECT_ID", region: "GCORE_CLOUD_REGION_ID" } as const;

function readNumber(
  entry: GcoreTargetEntry,
  field: "project" | "region",
  path: DocumentPath,
  environment: Environment,
  problems: ProblemList,
): number | undefined {
  const said = entry[field];
  if (said !== undefined) return Number(said);
  const variable = readVariable(environment, variables[field]);
  if (variable !== undefined && /^0*[1-9]\d{0,14}$/.test(variable)) return Number(variable);
  const why = variable === undefined ? "is not set" : "is not a number";
  problems.add(
    [...path, field],
    `is missing, and the environment variable ${variables[field]} ${why}; write the number of the ${field}`,
  );
  return undefined;
}

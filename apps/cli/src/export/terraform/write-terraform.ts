import type { Configuration, GcoreTarget, IonosTarget } from "@secgroup/config";
import { throwTogether } from "../../targets/collect-errors.ts";
import { findUnsupported } from "../../targets/find-unsupported.ts";
import { listExportedGroups, type ExportedGroup } from "./exported-group.ts";
import { writeBlock } from "./hcl.ts";
import { writeGcoreResources } from "./write-gcore-resources.ts";
import { describeIonosDoubts, findIonosGaps, writeIonosResources } from "./write-ionos-resources.ts";

/** A configuration of Terraform, and what it does not say of the document. */
export interface TerraformConfiguration {
  readonly text: string;
  readonly groups: number;
  /** Sentences. */
  readonly notices: readonly string[];
}

const heading = [
  "# Terraform does not know yet what stands on the clouds: import each group and rule that is there",
  "# before the first apply, or there will be two of it. Rules that are not in here stay where they are.",
  "",
].join("\n");

const ionosHeader = `provider "ionoscloud" {
  # Credentials come from IONOS_TOKEN, or IONOS_USERNAME and IONOS_PASSWORD.
}
`;

const gcoreHeader = `provider "gcore" {
  # Credentials come from GCORE_API_KEY.
}
`;

/**
 * The document as one configuration of Terraform, with a resource for each group and each rule: the same document gives the
 * same text, and no group changes the names of another's resources.
 *
 * Throws `unsupported` and the like, all together, for what a cloud or its provider cannot express.
 */
export function writeTerraform(configuration: Configuration): TerraformConfiguration {
  const groups = listExportedGroups(configuration);
  const ionos = groups.filter(isOn("ionos"));
  const gcore = groups.filter(isOn("gcore"));
  throwTogether([...findUnsupported(configuration), ...ionos.flatMap(findIonosGaps)]);
  const resources = [
    ...ionos.flatMap(writeIonosResources),
    ...gcore.flatMap((group) =>
      writeGcoreResources(
        group,
        gcore.filter(({ target }) => target.name === group.target.name),
      ),
    ),
  ];
  const parts = [
    heading,
    writeRequirements(ionos.length > 0, gcore.length > 0),
    ...(ionos.length > 0 ? [ionosHeader] : []),
    ...(gcore.length > 0 ? [gcoreHeader] : []),
    ...resources.map(({ type, name, attributes }) => writeBlock(`resource "${type}" "${name}"`, attributes)),
  ];
  return {
    text: parts.join("\n"),
    groups: groups.length,
    notices: [...findOmissions(configuration), ...describeIonosDoubts(ionos)],
  };
}

function isOn(cloud: "ionos"): (group: ExportedGroup) => group is ExportedGroup<IonosTarget>;
function isOn(cloud: "gcore"): (group: ExportedGroup) => group is ExportedGroup<GcoreTarget>;
function isOn(cloud: string): (group: ExportedGroup) => boolean {
  return ({ target }) => target.cloud === cloud;
}

/**
 * The resources are in the documentation of ionoscloud 6.7.7. Gcore's guide to its 2.x line says to name one version as long as
 * it is in alpha, and names this one (developer-tools/terraform/migrate-v0-to-v2).
 */
function writeRequirements(hasIonos: boolean, hasGcore: boolean): string {
  const providers = [
    ...(hasIonos
      ? ['    ionoscloud = {\n      source  = "ionos-cloud/ionoscloud"\n      version = ">= 6.7.7, < 7.0.0"\n    }\n']
      : []),
    ...(hasGcore ? ['    gcore = {\n      source  = "G-Core/gcore"\n      version = "= 2.0.0-alpha.6"\n    }\n'] : []),
  ];
  return `terraform {\n  required_providers {\n${providers.join("")}  }\n}\n`;
}

/** What of the document is in no resource. */
function findOmissions({ groups, guardrails }: Configuration): readonly string[] {
  const absent = groups.filter(({ desired }) => desired.ensure === "absent").map(({ key }) => key);
  return [
    ...(absent.length > 0 ? [`groups that are to be absent have no resource: ${[...new Set(absent)].join(", ")}`] : []),
    ...(guardrails.length > 0 ? ["guardrails are checked by secgroup only"] : []),
  ];
}

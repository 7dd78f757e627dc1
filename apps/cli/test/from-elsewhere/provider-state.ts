import { canary } from "../support/canary.ts";
import type { Harness } from "../support/harness.ts";

/** What a cloud answers, as far as the providers of Terraform keep it. */
interface IonosAnswer {
  readonly items: readonly {
    readonly id: string;
    readonly properties: { readonly name: string; readonly description?: string | null };
    readonly entities: {
      readonly rules: {
        readonly items: readonly { readonly id: string; readonly properties: Record<string, unknown> }[];
      };
    };
  }[];
}

interface GcoreAnswer {
  readonly results: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly project_id: number;
    readonly region_id: number;
    readonly tags_v2: readonly { readonly key: string; readonly value: string; readonly read_only: boolean }[];
    readonly security_group_rules: readonly Record<string, unknown>[];
  }[];
}

export interface Instance {
  readonly index_key?: string | number;
  readonly deposed?: string;
  readonly attributes: unknown;
}

/** A resource as version 4 of the state holds it. */
export interface Resource {
  readonly module?: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly instances: readonly Instance[];
}

export const resource = (type: string, name: string, ...instances: readonly Instance[]): Resource => ({
  mode: "managed",
  type,
  name,
  instances,
});

export const stateOf = (resources: readonly unknown[]): string =>
  JSON.stringify({ version: 4, terraform_version: "1.13.4", serial: 1, lineage: "x", outputs: {}, resources });

/** The same state as `terraform show -json` prints it, modules nested. */
export function shownOf(resources: readonly Resource[]): string {
  const shown = (wanted: string | undefined): readonly unknown[] =>
    resources
      .filter(({ module }) => module === wanted)
      .flatMap(({ mode, type, name, instances }) =>
        instances.map(({ index_key: index, deposed, attributes }) => ({
          address: `${wanted === undefined ? "" : `${wanted}.`}${type}.${name}${index === undefined ? "" : `[${JSON.stringify(index)}]`}`,
          mode,
          type,
          name,
          ...(index !== undefined && { index }),
          ...(deposed !== undefined && { deposed_key: deposed }),
          schema_version: 0,
          values: attributes,
          sensitive_values: {},
        })),
      );
  const modules = [...new Set(resources.flatMap(({ module }) => module ?? []))];
  const nested = modules.reduceRight<readonly unknown[]>(
    (children, module) => [{ address: module, resources: shown(module), child_modules: children }],
    [],
  );
  return JSON.stringify({
    format_version: "1.0",
    values: { outputs: {}, root_module: { resources: shown(undefined), child_modules: nested } },
  });
}

async function ask<Answer>({ simulator }: Harness, path: string, authorization: string): Promise<Answer> {
  const request = new Request(`https://simulator.example${path}`, { headers: { authorization } });
  return (await (await simulator.fetch(request)).json()) as Answer;
}

/**
 * The groups of a datacenter as the provider ionoscloud keeps them: `count` for the rules of a group. It keeps what IONOS
 * answers in its own words, null where nothing is set, numbers of ICMP as text, and no IP version.
 */
export async function ionosResources(harness: Harness, datacenter: string): Promise<readonly Resource[]> {
  const { items } = await ask<IonosAnswer>(
    harness,
    `/cloudapi/v6/datacenters/${datacenter}/securitygroups?depth=3&limit=1000`,
    `Bearer ${canary.token}`,
  );
  return items.flatMap(({ id, properties, entities }, index) => {
    const rules = entities.rules.items;
    return [
      resource("ionoscloud_nsg", `group_${index}`, {
        attributes: {
          id,
          name: properties.name,
          description: properties.description ?? "",
          datacenter_id: datacenter,
          location: null,
          rule_ids: rules.map((rule) => rule.id),
          timeouts: null,
        },
      }),
      resource(
        "ionoscloud_nsg_firewallrule",
        `group_${index}`,
        ...rules.map(({ id: ruleId, properties: rule }, number) => ({
          index_key: number,
          attributes: {
            id: ruleId,
            nsg_id: id,
            datacenter_id: datacenter,
            name: rule.name ?? null,
            protocol: rule.protocol,
            source_mac: rule.sourceMac ?? null,
            source_ip: rule.sourceIp ?? "",
            target_ip: rule.targetIp ?? null,
            port_range_start: rule.portRangeStart ?? null,
            port_range_end: rule.portRangeEnd ?? null,
            icmp_type: text(rule.icmpType),
            icmp_code: text(rule.icmpCode),
            type: rule.type,
            timeouts: null,
          },
        })),
      ),
    ];
  });
}

const text = (value: unknown): string | null => (typeof value === "number" ? String(value) : null);

async function gcoreGroups(harness: Harness): Promise<GcoreAnswer["results"]> {
  const path = "/cloud/v1/securitygroups/1/1?limit=1000";
  return (await ask<GcoreAnswer>(harness, path, `APIKey ${canary.apiKey}`)).results;
}

const userTags = (tags: GcoreAnswer["results"][number]["tags_v2"]): Readonly<Record<string, string>> =>
  Object.fromEntries(tags.filter((tag) => !tag.read_only).map(({ key, value }) => [key, value]));

/** The groups of project 1 in region 1 as the provider gcore keeps them in its 2.x line: `for_each` for the rules of a group. */
export async function gcoreCloudResources(harness: Harness): Promise<readonly Resource[]> {
  return (await gcoreGroups(harness)).flatMap((group, index) => [
    resource("gcore_cloud_security_group", `group_${index}`, {
      attributes: {
        id: group.id,
        name: group.name,
        description: group.description === "" ? null : group.description,
        project_id: group.project_id,
        region_id: group.region_id,
        tags: userTags(group.tags_v2),
        tags_v2: group.tags_v2,
        security_group_rules: group.security_group_rules,
      },
    }),
    resource(
      "gcore_cloud_security_group_rule",
      `group_${index}`,
      ...group.security_group_rules.map((rule, number) => ({
        index_key: `rule "${number}"`,
        attributes: {
          id: rule.id,
          group_id: group.id,
          project_id: group.project_id,
          region_id: group.region_id,
          direction: rule.direction,
          description: rule.description === "" ? null : rule.description,
          ethertype: rule.ethertype,
          port_range_min: rule.port_range_min,
          port_range_max: rule.port_range_max,
          protocol: rule.protocol === "any" ? null : rule.protocol,
          remote_group_id: rule.remote_group_id,
          remote_ip_prefix: rule.remote_ip_prefix,
        },
      })),
    ),
  ]);
}

/** The same groups as the provider keeps them in its 0.x line: rules inside their group, 0 and "" for what is not set. */
export async function gcoreResources(harness: Harness): Promise<readonly Resource[]> {
  return (await gcoreGroups(harness)).map((group, index) =>
    resource("gcore_securitygroup", `group_${index}`, {
      attributes: {
        id: group.id,
        name: group.name,
        description: group.description,
        project_id: group.project_id,
        project_name: null,
        region_id: group.region_id,
        region_name: null,
        metadata_map: userTags(group.tags_v2),
        metadata_read_only: group.tags_v2,
        last_updated: null,
        security_group_rules: group.security_group_rules.map((rule) => ({
          id: rule.id,
          direction: rule.direction,
          ethertype: rule.ethertype,
          protocol: rule.protocol ?? "any",
          port_range_min: rule.port_range_min ?? 0,
          port_range_max: rule.port_range_max ?? 0,
          description: rule.description ?? "",
          remote_ip_prefix: rule.remote_ip_prefix ?? "",
          remote_group_id: rule.remote_group_id ?? "",
          created_at: "",
          updated_at: "",
        })),
      },
    }),
  );
}

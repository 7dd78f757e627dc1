import { validationError } from "./api-error.ts";
import { defaultRules } from "./default-rules.ts";
import type { Handlers } from "./gcore-handlers.ts";
import type { GroupRecord } from "./gcore-records.ts";
import { findGroup, findProject, readGroup, refuseBusy, type GcoreState } from "./gcore-state.ts";
import { groupAnswer } from "./group-answer.ts";
import { portsOf } from "./group-checks.ts";
import { readPage } from "./read-page.ts";
import { resourceTimestamp } from "./timestamps.ts";

type GroupOperations =
  | "SecurityGroupViewSet.get"
  | "SecurityGroupInstanceViewSet.get"
  | "SecurityGroupInstanceViewSet.delete"
  | "SecurityGroupCopy.post"
  | "SecurityGroupRestore.post"
  | "SecurityGroupsInstancesView.get";

/** The operations on groups that are done when they answer: all of v1. */
export function groupHandlers(state: GcoreState): Pick<Handlers, GroupOperations> {
  const { store, reader, quirks, now } = state;
  return {
    "SecurityGroupViewSet.get": ({ path, query }) => {
      const oldestFirst = reader.read(findProject(state, path)).filter(readFilter(query));
      const groups = quirks.groupOrder === "creation" ? oldestFirst : oldestFirst.toReversed();
      const { count, results } = readPage(groups, query);
      return { count, results: results.map((group) => listedGroup(state, group)) };
    },
    "SecurityGroupInstanceViewSet.get": ({ path }) => groupAnswer(readGroup(state, path), state),
    "SecurityGroupInstanceViewSet.delete": ({ path }) => {
      const group = findGroup(state, path);
      refuseBusy(state, group);
      store.checkDeletion(group);
      store.delete(group, now());
      return undefined;
    },
    "SecurityGroupCopy.post": ({ path, body }) => {
      const { project, description, rules, tags } = findGroup(state, path);
      const contents = rules.map(({ content }) => content);
      const copy = store.create(project, { name: body.name, description, rules: contents, tags }, now());
      return groupAnswer(copy, state);
    },
    "SecurityGroupRestore.post": ({ path }) => {
      const group = findGroup(state, path);
      const wanted = defaultRules(quirks).map((content) => ({ sent: content, content }));
      store.moveRules(group, store.compare(group, wanted), now(), "all");
      return groupAnswer(group, state);
    },
    "SecurityGroupsInstancesView.get": ({ path }) => {
      const results = instancesOf(findGroup(state, path));
      return { count: results.length, results };
    },
  };
}

function listedGroup(state: GcoreState, group: GroupRecord): ReturnType<typeof groupAnswer> {
  const { security_group_rules: rules, ...rest } = groupAnswer(group, state);
  return state.quirks.listedRules === "absent" || rules === undefined ? rest : { ...rest, security_group_rules: rules };
}

/** Every key and every pair that the query names has to be there; "List groups" does not say so outright. */
function readFilter(query: URLSearchParams): (group: GroupRecord) => boolean {
  const name = query.get("name");
  const keys = query.getAll("tag_key");
  const pairs = readPairs(query.get("tag_key_value") ?? "{}");
  return (group) => {
    const tags = new Map([...group.tags, ...group.readOnlyTags]);
    return (
      (name === null || name === group.name) &&
      keys.every((key) => tags.has(key)) &&
      pairs.every(([key, value]) => tags.get(key) === value)
    );
  };
}

function readPairs(text: string): readonly (readonly [string, unknown])[] {
  try {
    const pairs: unknown = JSON.parse(text);
    if (typeof pairs === "object" && pairs !== null && !Array.isArray(pairs)) return Object.entries(pairs);
  } catch {
    // Falls through to the same refusal as JSON of another kind.
  }
  throw validationError({ tag_key_value: ["value is not a JSON object of keys and values"] });
}

function instancesOf(group: GroupRecord): ReturnType<Handlers["SecurityGroupsInstancesView.get"]>["results"] {
  const { project } = group;
  const used = new Set(portsOf(group).map(({ instanceId }) => instanceId));
  return [...project.instances.values()]
    .filter(({ id }) => used.has(id))
    .map(({ id, name, createdAt }) => {
      const groupIds = [...project.ports.values()]
        .filter(({ instanceId }) => instanceId === id)
        .flatMap((port) => port.groupIds);
      return {
        id,
        name,
        created_at: resourceTimestamp(createdAt),
        status: "ACTIVE",
        vm_state: "active",
        instance_description: null,
        security_groups: groupIds
          .flatMap((groupId) => project.groups.get(groupId) ?? [])
          .map((other) => ({ name: other.name })),
        task_state: null,
        task_id: null,
        region: project.region,
        region_id: project.regionId,
        project_id: project.projectId,
      };
    });
}

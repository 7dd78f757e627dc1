import { normalizeRule, ruleKey, type GroupId, type Rule, type RuleDraft } from "@secgroup/core";

/** A group as Palisade keeps it. */
export interface PalisadeGroup {
  readonly name: string;
  readonly lines: readonly string[];
  readonly version: number;
}

/** Palisade in memory. */
export interface PalisadeCloud {
  readonly groups: Map<GroupId, PalisadeGroup>;
  readonly users: Map<GroupId, string[]>;
  readonly add: (name: string, lines: readonly string[]) => GroupId;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Refuses the next write with these words. */
  readonly refuseNextWrite: (message: string) => void;
}

export const pageSize = 10;
const limits = { rules: 20, groups: 30 };

/** An empty cloud. */
export function createPalisadeCloud(): PalisadeCloud {
  const groups = new Map<GroupId, PalisadeGroup>();
  const users = new Map<GroupId, string[]>();
  let counter = 0;
  let refusal: string | undefined;
  const add = (name: string, lines: readonly string[]): GroupId => {
    const id = `${++counter}` as GroupId;
    groups.set(id, { name, lines, version: 1 });
    return id;
  };
  const heading = (id: GroupId): string => `group ${id} ${groups.get(id)?.name}`;

  async function answer(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const id = (searchParams.get("id") ?? "") as GroupId;
    const [first = "", ...lines] = (await request.text()).split("\n");
    const name = first.replace(/^name /, "");
    const operation = `${request.method} ${pathname}`;
    if (request.method !== "GET" && refusal !== undefined) {
      const message = refusal;
      refusal = undefined;
      return say(422, message);
    }
    if (operation === "GET /groups") return list(searchParams.get("after") ?? "");
    if (operation === "POST /groups") {
      if (groups.size >= limits.groups) return say(422, "too many groups");
      return refuseLines(lines) ?? say(201, heading(add(name, lines)));
    }
    const group = groups.get(id);
    if (group === undefined) return say(404, `no group ${id}`);
    switch (operation) {
      case "GET /group":
        return say(200, [heading(id), ...group.lines].join("\n"), { ETag: `"${group.version}"` });
      case "PUT /group":
        if (request.headers.get("If-Match") !== `"${group.version}"`) return say(412, "somebody was faster");
        if (refuseLines(lines) === undefined) groups.set(id, { name, lines, version: group.version + 1 });
        return refuseLines(lines) ?? say(200, heading(id));
      case "DELETE /group":
        groups.delete(id);
        return say(200, "");
      case "GET /users":
        return say(200, (users.get(id) ?? []).join("\n"));
      default:
        return say(405, `no ${operation}`);
    }
  }

  function list(after: string): Response {
    const ids = [...groups.keys()];
    const start = ids.findIndex((id) => id === after) + 1;
    const page = ids.slice(start, start + pageSize).map(heading);
    return say(200, [...page, ...(start + pageSize < ids.length ? ["more"] : [])].join("\n"));
  }

  return { groups, users, add, fetch: answer, refuseNextWrite: (message) => void (refusal = message) };
}

function say(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers } });
}

function refuseLines(lines: readonly string[]): Response | undefined {
  if (lines.length > limits.rules) return say(422, "too many rules");
  const rules = lines.map(ruleOfLine);
  if (rules.some((rule) => rule === undefined)) return say(422, "a line that is no rule");
  return new Set(rules.map((rule) => rule && ruleKey(rule))).size < rules.length ? say(409, "a rule twice") : undefined;
}

/** What a line lets through, read in another way than the adapter does. */
export function ruleOfLine(line: string): Rule | undefined {
  const end = line.indexOf(" # ");
  const [way, protocol = "", match = "", remote] = (end < 0 ? line : line.slice(0, end)).split(" ");
  const [first, second] = match === "all" ? [] : match.split(/[-/]/).map(Number);
  const draft: RuleDraft = {
    direction: way === "in" ? "ingress" : way === "out" ? "egress" : "neither",
    protocol,
    [protocol === "icmp" ? "icmp" : "ports"]:
      protocol === "icmp" ? { type: first, code: second } : { from: first, to: second ?? first },
    remote,
    description: end < 0 ? "" : line.slice(end + 3),
  };
  const normalized = normalizeRule(draft, "cloud");
  return normalized.ok ? normalized.rules[0] : undefined;
}

/** The line for a rule, written in another way than the adapter does. */
export function lineOfRule(rule: Rule): string {
  const pairs: readonly (number | undefined)[] =
    "ports" in rule && rule.ports !== "all"
      ? [rule.ports.from, rule.ports.to]
      : "icmp" in rule && rule.icmp !== "all"
        ? [rule.icmp.type, rule.icmp.code]
        : [];
  const match = pairs.filter((part) => part !== undefined).join("ports" in rule ? "-" : "/") || "all";
  const everywhere = { IPv4: "0.0.0.0/0", IPv6: "::/0" }[rule.ipVersion];
  const words = [
    { ingress: "in", egress: "out" }[rule.direction],
    rule.protocol,
    match,
    rule.remote.kind === "cidr" ? rule.remote.cidr : everywhere,
    ...(rule.description === "" ? [] : ["#", rule.description]),
  ];
  return words.join(" ");
}

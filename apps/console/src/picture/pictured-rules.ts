import type { GroupPlan, PicturedRule } from "@secgroup/core";

/** The rules of a group before and after a plan: first those that stay, then those that go, then those that come. */
export function picturedRules(group: GroupPlan): readonly PicturedRule[] {
  switch (group.action) {
    case "create":
      return group.added.map((rule) => ({ rule, stands: "after" }));
    case "delete":
      return group.removed.map(({ rule }) => ({ rule, stands: "before" }));
    case "stay-absent":
      return [];
    case "update":
    case "keep":
      return [
        ...[...group.kept, ...group.relabelled, ...group.relabelsLeft, ...group.unlistedKept].map(
          ({ rule }): PicturedRule => ({ rule, stands: "always" }),
        ),
        ...group.removed.map(({ rule }): PicturedRule => ({ rule, stands: "before" })),
        ...group.added.map((rule): PicturedRule => ({ rule, stands: "after" })),
      ];
  }
}

import type { FaultyClouds, Simulator } from "@secgroup/simulator";

/** Somebody else's hand on a group. */
export interface Meddling {
  /** Milliseconds since the epoch, by the clouds' clock. */
  readonly at: number;
  readonly groupId: string;
  readonly isRemoval: boolean;
}

/** The clouds as a third party has them, with every deed told before it is done. */
export function noteMeddling(
  { ionos, gcore }: Simulator,
  note: (deed: Pick<Meddling, "groupId" | "isRemoval">) => void,
): FaultyClouds {
  const removeFrom = (cloud: { readonly removeGroup: (groupId: string) => void }) => (groupId: string) => {
    note({ groupId, isRemoval: true });
    cloud.removeGroup(groupId);
  };
  return {
    ionos: {
      ...ionos,
      editRules(groupId, edit) {
        note({ groupId, isRemoval: false });
        ionos.editRules(groupId, edit);
      },
      removeGroup: removeFrom(ionos),
    },
    gcore: {
      ...gcore,
      editRules(groupId, edit) {
        note({ groupId, isRemoval: false });
        gcore.editRules(groupId, edit);
      },
      removeGroup: removeFrom(gcore),
    },
  };
}

import { useEffect, useState } from "preact/hooks";
import type { Report, ReportTarget, UndeclaredGroup } from "../report.ts";

/** What stands behind the `#` of the page for a group of the document, so that it can be linked to. */
export function groupAddress(target: string, key: string): string {
  return [target, key].map(encodeURIComponent).join("/");
}

/** The same for a group that the document does not name; names need not be unique on a cloud. */
export function undeclaredAddress(target: string, id: string): string {
  return `${groupAddress(target, id)}/undeclared`;
}

/** A group that an address leads to. */
export type Addressed = { readonly target: ReportTarget } & (
  | { readonly kind: "declared"; readonly group: ReportTarget["plan"]["groups"][number] }
  | { readonly kind: "undeclared"; readonly group: UndeclaredGroup }
);

export function findAddressed({ targets }: Report, address: string): Addressed | undefined {
  for (const target of targets) {
    const { plan, undeclared } = target;
    const group = plan.groups.find(({ key }) => groupAddress(plan.target, key) === address);
    if (group !== undefined) return { kind: "declared", target, group };
    const beside = undeclared.find(({ id }) => undeclaredAddress(plan.target, id) === address);
    if (beside !== undefined) return { kind: "undeclared", target, group: beside };
  }
  return undefined;
}

/** What stands behind the `#` now, without it. */
export function useAddress(): string {
  const [address, setAddress] = useState(read);
  useEffect(() => {
    const follow = (): void => setAddress(read());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return address;
}

function read(): string {
  return location.hash.slice(1);
}

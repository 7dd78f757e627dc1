import { useEffect, useState } from "preact/hooks";

/** What stands behind the `#` of the page for a group, so that it can be linked to. */
export function groupAddress(target: string, group: string): string {
  return `${encodeURIComponent(target)}/${encodeURIComponent(group)}`;
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

import type { PlannedTraffic } from "@secgroup/core";
import type { JSX } from "preact";
import { namedPacket, namedTraffic, type GroupNames } from "../named.ts";
import { CutList } from "./cut-list.tsx";

interface TrafficLinesProperties {
  readonly kind: "opens" | "closes";
  readonly lines: readonly PlannedTraffic[];
  readonly names: GroupNames;
}

/** Traffic that opens or closes, with a packet of it. */
export function TrafficLines({ kind, lines, names }: TrafficLinesProperties): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <CutList class={`traffic ${kind}`} label={kind === "opens" ? "Traffic that opens" : "Traffic that closes"}>
      {lines.map(({ line, example }, index) => (
        <li key={index}>
          <span class="word">{kind}</span> {namedTraffic(line, names)}{" "}
          <span class="quiet">e.g. {namedPacket(example, names)}</span>
        </li>
      ))}
    </CutList>
  );
}

import { isAlias, visit, type Alias, type Document, type Node } from "yaml";

/** The node that each alias stands for: the last one before it with that anchor. */
export function findAnchors(document: Document.Parsed): ReadonlyMap<Alias, Node | undefined> {
  const anchors = new Map<string, Node>();
  const anchored = new Map<Alias, Node | undefined>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) anchored.set(node, anchors.get(node.source));
      else if (node.anchor) anchors.set(node.anchor, node);
    },
  });
  return anchored;
}

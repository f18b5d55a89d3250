/** A node of a tree of elements. */
interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

/**
 * Takes what lies deeper than so many elements out of a tree: browsers and React draw each level in a call of its own,
 * and nobody reads it. Goes through the tree without such calls.
 */
export const limitDepth =
  (most: number) =>
  (tree: Node): void => {
    let level: Node[] = [tree];
    for (let depth = 0; level.length > 0; depth += 1) {
      if (depth === most)
        for (const node of level) if (node.children) node.children = [{ type: "text", value: "…" }];
      level = depth < most ? level.flatMap(({ children = [] }) => children) : [];
    }
  };

import { expect, it } from "vitest";
import { limitDepth } from "./limit-depth.ts";

interface Tree {
  type: string;
  children?: Tree[];
}

const nested = (depth: number): Tree => {
  let tree: Tree = { type: "text" };
  for (let level = 0; level < depth; level += 1) tree = { type: "element", children: [tree] };
  return tree;
};

const depthOf = (tree: Tree): number => {
  let depth = 0;
  for (let at: Tree | undefined = tree; at?.children; at = at.children[0]) depth += 1;
  return depth;
};

it("leaves what is as deep as allowed and cuts what is deeper, however deep", () => {
  const cut = (tree: Tree) => {
    limitDepth(10)(tree);
    return depthOf(tree);
  };
  expect(cut(nested(9))).toBe(9);
  expect(cut(nested(200_000))).toBe(11);
});

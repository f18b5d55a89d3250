import { parseAst } from "rolldown/parseAst";

/** A node of a syntax tree (ESTree), with its position in the code. */
export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
}

/** A range of the code and its replacement. */
export type Edit = [start: number, end: number, text: string];

/** All nodes of a module's syntax tree, in no particular order. */
export function nodesOf(code: string, lang: "js" | "ts" | "tsx" = "js"): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  const open: unknown[] = [parseAst(code, { lang })];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== "object" || value === null) continue;
    if ("type" in value && "start" in value) nodes.push(value as SyntaxNode);
    open.push(...Object.values(value).filter((inner) => inner !== undefined));
  }
  return nodes;
}

/** The code after all edits. */
export function edited(code: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort(([one], [other]) => other - one)
    .reduce((text, [start, end, by]) => text.slice(0, start) + by + text.slice(end), code);
}

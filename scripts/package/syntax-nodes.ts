import { parseAst } from "rolldown/parseAst";

/** A node of a syntax tree (ESTree), with its place in the code. */
export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
}

/** A part of the code and what shall stand in its place. */
export type Edit = [start: number, end: number, text: string];

/** All nodes of a module's syntax tree, in no order. */
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

/** The code with all edits made. */
export function edited(code: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort(([one], [other]) => other - one)
    .reduce((text, [start, end, by]) => text.slice(0, start) + by + text.slice(end), code);
}

import type { Plugin } from "rolldown";
import { parseAst } from "rolldown/parseAst";

/** Where the script leaves what the modules that it fetches need of it: importing it would run it a second time. */
const SHARED = 'globalThis[Symbol.for("whetstone embed")]';
/** Finds the script element, also where the script came by a way that does not tell. */
const SCRIPT = `document.currentScript ?? document.querySelector('script[src*="embed.js"]')`;

type Edit = [start: number, end: number, text: string];
interface Node {
  type: string;
  start: number;
  end: number;
}

/** Turns the entry into a script that needs no `type="module"`; what it fetches on demand stays modules. */
export function asClassicScript(): Plugin {
  return {
    name: "classic-script",
    renderChunk: (code, chunk) => (chunk.isEntry ? classicEntry(code) : takingFromEntry(code)),
  };
}

/** The entry as a function that runs once: twice on a page, the first one counts. */
export function classicEntry(code: string): string {
  let shared = "";
  const edits = nodesOf(code).flatMap((node): Edit[] => {
    if (isImport(node)) {
      const { start, end } = node.source;
      // A script of another origin is not told its own address, so relative ones lead nowhere.
      return [[start, end, `new URL(${code.slice(start, end)}, WHETSTONE_SCRIPT?.src).href`]];
    }
    if (!isExport(node)) return [];
    shared = node.specifiers.map(({ local, exported }) => `${exported.name}: ${local.name}`).join(", ");
    return [[node.start, node.end, ""]];
  });
  return [
    `if (!${SHARED}) (() => {`,
    `const WHETSTONE_SCRIPT = ${SCRIPT};`,
    edited(code, edits),
    `${SHARED} = { ${shared} };`,
    "})();",
  ].join("\n");
}

/** A module that takes from the running script what it would have imported. */
export function takingFromEntry(code: string): string {
  const edits = nodesOf(code).flatMap((node): Edit[] => {
    if (!isTaking(node)) return [];
    const names = node.specifiers.map(({ imported, local }) => `${imported.name}: ${local.name}`);
    return [[node.start, node.end, `const { ${names.join(", ")} } = ${SHARED};`]];
  });
  return edited(code, edits);
}

function edited(code: string, edits: Edit[]): string {
  return edits
    .sort(([one], [other]) => other - one)
    .reduce((text, [start, end, by]) => text.slice(0, start) + by + text.slice(end), code);
}

interface Named {
  name: string;
}
type Import = Node & { source: Node };
type Export = Node & { specifiers: { local: Named; exported: Named }[] };
type Taking = Node & { source: { value: string }; specifiers: { local: Named; imported: Named }[] };

const isImport = (node: Node): node is Import => node.type === "ImportExpression";
const isExport = (node: Node): node is Export => node.type === "ExportNamedDeclaration";
const isTaking = (node: Node): node is Taking =>
  node.type === "ImportDeclaration" && (node as Taking).source.value === "../embed.js";

/** All nodes of a module's syntax tree. */
function nodesOf(code: string): Node[] {
  const nodes: Node[] = [];
  const open: unknown[] = [parseAst(code)];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== "object" || value === null) continue;
    if ("type" in value && "start" in value) nodes.push(value as Node);
    open.push(...Object.values(value).filter((inner) => inner !== undefined));
  }
  return nodes;
}

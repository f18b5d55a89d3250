import type { Plugin } from "rolldown";
import { type Edit, edited, nodesOf, type SyntaxNode } from "./syntax-nodes.ts";

/** Where the script puts what its on-demand modules need: importing the script would run it a second time. */
const SHARED = 'globalThis[Symbol.for("whetstone embed")]';
/** Finds the script element, even if the script was loaded in a way that does not set currentScript. */
const SCRIPT = `document.currentScript ?? document.querySelector('script[src*="embed.js"]')`;

/** Turns the entry into a script that works without `type="module"`; its on-demand chunks stay modules. */
export function asClassicScript(): Plugin {
  return {
    name: "classic-script",
    renderChunk: (code, chunk) => (chunk.isEntry ? classicEntry(code) : takingFromEntry(code)),
  };
}

/**
 * The entry as a function that runs once: if it is on the page twice, the first one counts.
 * @throws Error if the entry imports another chunk.
 */
export function classicEntry(code: string): string {
  let shared = "";
  const edits = nodesOf(code).flatMap((node): Edit[] => {
    if (node.type === "ImportDeclaration") {
      throw new Error(`embed.js must not import anything, but imports: ${code.slice(node.start, node.end)}`);
    }
    if (isImport(node)) {
      const { start, end } = node.source;
      // A script of another origin does not know its own URL, so relative imports would fail.
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

/** A module that reads what it would import from the running script. */
export function takingFromEntry(code: string): string {
  const edits = nodesOf(code).flatMap((node): Edit[] => {
    if (!isTaking(node)) return [];
    const names = node.specifiers.map(({ imported, local }) => `${imported.name}: ${local.name}`);
    return [[node.start, node.end, `const { ${names.join(", ")} } = ${SHARED};`]];
  });
  return edited(code, edits);
}

interface Named {
  name: string;
}
type Import = SyntaxNode & { source: SyntaxNode };
type Export = SyntaxNode & { specifiers: { local: Named; exported: Named }[] };
type Taking = SyntaxNode & { source: { value: string }; specifiers: { local: Named; imported: Named }[] };

const isImport = (node: SyntaxNode): node is Import => node.type === "ImportExpression";
const isExport = (node: SyntaxNode): node is Export => node.type === "ExportNamedDeclaration";
const isTaking = (node: SyntaxNode): node is Taking =>
  node.type === "ImportDeclaration" && (node as Taking).source.value === "../embed.js";

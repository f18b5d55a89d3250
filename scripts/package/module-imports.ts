import { type Edit, edited, nodesOf, type SyntaxNode } from "./syntax-nodes.ts";

/** A module specifier in the code. */
interface Specifier {
  start: number;
  end: number;
  value: string;
}

/** The modules that a TypeScript module imports or exports from, including types and dynamic imports. */
export function listImports(code: string): string[] {
  return [...new Set(specifiersOf(code).map(({ value }) => value))];
}

/** The code with each import renamed by `rename`. */
export function withImports(code: string, rename: (specifier: string) => string): string {
  const edits = specifiersOf(code).map(
    ({ start, end, value }): Edit => [start, end, JSON.stringify(rename(value))],
  );
  return edited(code, edits);
}

const IMPORTING = [
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
];

function specifiersOf(code: string): Specifier[] {
  return nodesOf(code, "tsx").flatMap((node) => {
    const { source } = node as SyntaxNode & { source?: Specifier | null };
    return IMPORTING.includes(node.type) && typeof source?.value === "string" ? [source] : [];
  });
}

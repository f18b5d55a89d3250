import ts from "typescript";

/**
 * The names of all parts that a component draws, by spaces: those in its own file and in every file of ours that it
 * imports.
 */
export function partsOf(file: ts.SourceFile, program: ts.Program): string {
  const names = new Set<string>();
  for (const each of closureOf(file, program)) {
    visit(each, (node) => {
      if (ts.isJsxAttribute(node) && node.name.getText() === "part" && node.initializer) {
        visit(node.initializer, (part) => {
          if (!isText(part)) return;
          for (const name of part.text.split(/\s+/)) if (name) names.add(name);
        });
      }
    });
  }
  return [...names].sort().join(" ");
}

/** A file and all of ours that it imports, whatever they import included. */
function closureOf(
  file: ts.SourceFile,
  program: ts.Program,
  seen = new Set<ts.SourceFile>(),
): Set<ts.SourceFile> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const path = statement.moduleSpecifier.text;
    const imported = path.startsWith(".")
      ? program.getSourceFile(ts.sys.resolvePath(`${file.fileName}/../${path}`))
      : undefined;
    if (imported) closureOf(imported, program, seen);
  }
  return seen;
}

const isText = (
  node: ts.Node,
): node is ts.StringLiteral | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail =>
  ts.isStringLiteral(node) ||
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node);

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

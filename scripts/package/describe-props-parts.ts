import ts from "typescript";

/**
 * The names of all parts that a component renders, separated by spaces: those in its own file and in all of
 * our files that it imports.
 */
export function partsOf(file: ts.SourceFile, program: ts.Program): string {
  const names = new Set<string>();
  for (const each of closureOf(file, program)) {
    visit(each, (node) => {
      for (const text of namings(node).flatMap(possibleTexts)) {
        // Text that is only known at run time is not a name.
        for (const name of text.split(/\s+/)) if (/^[a-z]+(-[a-z]+)*$/.test(name)) names.add(name);
      }
    });
  }
  return [...names].sort().join(" ");
}

/** Where a node names parts: `part="…"` on an element, and the arguments of `looks(…)`. */
function namings(node: ts.Node): ts.Expression[] {
  if (ts.isJsxAttribute(node) && node.name.getText() === "part") {
    const value = node.initializer;
    if (value && ts.isJsxExpression(value)) return value.expression ? [value.expression] : [];
    return value && ts.isStringLiteral(value) ? [value] : [];
  }
  return ts.isCallExpression(node) && node.expression.getText() === "looks" ? [...node.arguments] : [];
}

/** The possible values of an expression as far as they are in the source; "?" for the rest. */
function possibleTexts(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return possibleTexts(node.expression);
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(possibleTexts);
  if (!ts.isTemplateExpression(node)) return ["?"];
  return node.templateSpans.reduce(
    (begun, { expression, literal }) =>
      begun.flatMap((start) => possibleTexts(expression).map((text) => start + text + literal.text)),
    [node.head.text],
  );
}

/** A file and all of our files that it imports, directly or indirectly. */
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

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

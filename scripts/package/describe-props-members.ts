import ts from "typescript";
import type { Member } from "#components/docs/reference.ts";

/** The properties of a type, in the order in which they are declared, own ones before inherited ones. */
export function membersOf(type: ts.Type, checker: ts.TypeChecker): Member[] {
  return type.getProperties().map((property) => memberOf(property, checker));
}

/** What the comment above a declaration says, on one line. */
export function aboutOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  return oneLine(text.replace(/\{@link (\w+)\}/g, "`$1`"));
}

function memberOf(symbol: ts.Symbol, checker: ts.TypeChecker): Member {
  const fallback = symbol.getJsDocTags(checker).find(({ name }) => name === "default");
  const required = (symbol.flags & ts.SymbolFlags.Optional) === 0;
  return {
    name: symbol.name,
    type: typeWords(symbol, checker),
    required,
    ...(fallback ? { fallback: oneLine(ts.displayPartsToString(fallback.text)) } : {}),
    about: aboutOf(symbol, checker),
  };
}

/** The type as the source writes it; as the compiler sees it where the source leaves it to be inferred. */
function typeWords(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const [declaration] = symbol.declarations ?? [];
  if (declaration && ts.isMethodSignature(declaration)) {
    const parameters = declaration.parameters.map((parameter) => parameter.getText()).join(", ");
    return oneLine(`(${parameters}) => ${declaration.type?.getText() ?? "void"}`);
  }
  if (declaration && ts.isPropertySignature(declaration) && declaration.type) {
    return withoutUndefined(oneLine(declaration.type.getText()));
  }
  return withoutUndefined(
    checker.typeToString(checker.getTypeOfSymbol(symbol), undefined, ts.TypeFormatFlags.NoTruncation),
  );
}

function withoutUndefined(type: string): string {
  const bare = type.replace(/\s*\|\s*undefined$/, "");
  // Parentheses that kept a function apart from "| undefined".
  return bare !== type && /^\(\(.*\) => [^)]*\)$/.test(bare) ? bare.slice(1, -1) : bare;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import type { HookReference, Member, Reference, VariableReference } from "#components/docs/reference.ts";
import { partsOf } from "./describe-props-parts.ts";
import { packageFolders } from "./folders.ts";

/** `var(--whetstone-x, …)`, with one level of `var(…)` in its default. */
const USE = /var\(\s*(--whetstone-(?!own-|in-)[a-z0-9-]+),((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g;
const THEME = "theme.css";
const SWITCHED = /var\(--whetstone-in-(light|dark), ([^)]+)\)/g;

/** The variables that a host can set, those of all widgets first, with their defaults. */
async function describeVariables(root: string): Promise<VariableReference[]> {
  const folder = join(packageFolders(root).source, "styles");
  const sheets = (await readdir(folder)).filter((name) => name.endsWith(".css") && name !== THEME).sort();
  const texts = await Promise.all([THEME, ...sheets].map((name) => readFile(join(folder, name), "utf8")));
  const found = new Map<string, VariableReference>();
  for (const [, name = "", otherwise = ""] of texts.join("\n").matchAll(USE)) {
    const switched = new Map(
      [...otherwise.matchAll(SWITCHED)].map(([, when = "", value = ""]) => [when, value]),
    );
    const both = otherwise.trim();
    const variable = { name, light: switched.get("light") ?? both, dark: switched.get("dark") ?? both };
    found.set(name, found.get(name) ?? variable);
  }
  return [...found.values()];
}

/** The properties of a type in the order of their declaration, own ones before inherited ones. */
function membersOf(type: ts.Type, checker: ts.TypeChecker): Member[] {
  return type.getProperties().map((property) => memberOf(property, checker));
}

/** The comment above a declaration, on one line. */
function aboutOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
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

/** The type as written in the source, or as inferred by the compiler. */
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
  // Parentheses that separated a function type from "| undefined".
  return bare !== type && /^\(\(.*\) => [^)]*\)$/.test(bare) ? bare.slice(1, -1) : bare;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The interface with the props of every widget. */
const EVERY = "WidgetProps";

/** The exports of `whetstone/react`: its components, hooks and interfaces, read from the sources. */
export async function describeProps(root: string): Promise<Reference> {
  const door = join(packageFolders(root).source, "index.ts");
  const program = ts.createProgram([door], {
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    jsx: ts.JsxEmit.ReactJSX,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    types: [],
  });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(door);
  const module = file && checker.getSymbolAtLocation(file);
  if (!module) throw new Error(`Nothing to describe in ${door}.`);
  const exported = checker.getExportsOfModule(module).map((symbol) => resolved(symbol, checker));
  const every = exported
    .filter(({ name }) => name === EVERY)
    .flatMap((symbol) => membersOf(checker.getDeclaredTypeOfSymbol(symbol), checker))
    .sort(neededFirst);
  const functions = exported.flatMap((symbol) => functionOf(symbol, checker)).map(withKnownWords(every));
  // A hook's result is described with the hook.
  const returned = new Set(functions.filter(isHook).map(({ returnType }) => returnType));
  return {
    components: functions.filter(isComponent).map(({ name, about, takes, declared }) => ({
      name,
      about,
      props: ownOf(takes, every),
      parts: partsOf(declared, program),
    })),
    hooks: functions.filter(isHook).map((hook) => hookOf(hook, every)),
    every,
    types: exported
      .filter((symbol) => isTold(symbol) && !returned.has(symbol.name))
      .map((symbol) => ({
        name: symbol.name,
        about: aboutOf(symbol, checker),
        members: membersOf(checker.getDeclaredTypeOfSymbol(symbol), checker),
      })),
    variables: await describeVariables(root),
  };
}

interface Described {
  name: string;
  about: string;
  /** The properties of the first parameter. */
  takes: Member[];
  returns: Member[];
  returnType: string | undefined;
  declared: ts.SourceFile;
}

function functionOf(symbol: ts.Symbol, checker: ts.TypeChecker): Described[] {
  const declaration = symbol.declarations?.find(ts.isFunctionDeclaration);
  const signature = declaration && checker.getSignatureFromDeclaration(declaration);
  if (!declaration || !signature) return [];
  const [first] = signature.parameters;
  return [
    {
      name: symbol.name,
      about: aboutOf(symbol, checker),
      takes: first ? membersOf(checker.getTypeOfSymbol(first), checker) : [],
      returns: membersOf(signature.getReturnType(), checker),
      returnType: signature.getReturnType().symbol?.name,
      declared: declaration.getSourceFile(),
    },
  ];
}

/** A prop without a comment has that of the prop with the same name of every widget. */
const withKnownWords =
  (every: Member[]) =>
  (described: Described): Described => ({
    ...described,
    takes: described.takes.map((member) => {
      const known = every.find(({ name }) => name === member.name);
      return { ...member, about: member.about || (known?.about ?? "") };
    }),
  });

function hookOf({ name, about, takes, returns }: Described, every: Member[]): HookReference {
  const options = ownOf(takes, every);
  return { name, about, takesEvery: options.length < takes.length, options, returns };
}

/** The properties without those of every widget; all of them if some of those are missing. */
function ownOf(takes: Member[], every: Member[]): Member[] {
  const has = (member: Member) =>
    takes.some(({ name, type }) => name === member.name && type === member.type);
  if (!every.every(has)) return takes.sort(neededFirst);
  return takes.filter(({ name }) => !every.some((member) => member.name === name)).sort(neededFirst);
}

const neededFirst = (one: Member, other: Member): number => Number(other.required) - Number(one.required);

const isComponent = ({ name }: Described): boolean => /^[A-Z]/.test(name);
const isHook = ({ name }: Described): boolean => /^use[A-Z]/.test(name);

/** Interfaces that are not described with a component or a hook. */
const isTold = ({ name, flags }: ts.Symbol): boolean =>
  (flags & ts.SymbolFlags.Interface) !== 0 && name !== EVERY && !name.endsWith("Props");

const resolved = (symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

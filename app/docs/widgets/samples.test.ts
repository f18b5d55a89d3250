import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { hookSamples, quickStart, widgetSamples } from "./samples.ts";

const feedback = resolve("components/feedback");
/** Where the code stands that is checked; nothing is there. */
const PLACE = resolve("samples");

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  noUnusedLocals: true,
  allowImportingTsExtensions: true,
  jsx: ts.JsxEmit.ReactJSX,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  skipLibCheck: true,
  types: [],
  paths: {
    "whetstone/react": [`${feedback}/index.ts`],
    "whetstone/client": [`${feedback}/client/index.ts`],
    "whetstone/ai-sdk": [`${feedback}/ai-sdk/index.ts`],
    "whetstone/openfeature": [`${feedback}/openfeature/index.ts`],
    "whetstone/embed.js": [`${feedback}/embed/module.ts`],
  },
};

/** What the compiler says of modules, given by name, in a project that has the package. */
function faultsOf(modules: Record<string, string>): string[] {
  const sources = new Map(Object.entries(modules).map(([name, code]) => [`${PLACE}/${name}`, code]));
  sources.set(
    `${PLACE}/styles.d.ts`,
    'declare module "*.css";\ndeclare const process: { env: Record<string, string>; stdout: { write(text: string): void } };',
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => sources.has(path) || fileExists(path);
  host.readFile = (path) => sources.get(path) ?? readFile(path);
  host.getSourceFile = (path, target, ...rest) => {
    const code = sources.get(path);
    return code === undefined
      ? getSourceFile(path, target, ...rest)
      : ts.createSourceFile(path, code, target);
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => !file || sources.has(file.fileName))
    .map(
      ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
}

/** The modules between fences of a Markdown file. */
function codeOf(path: string): Record<string, string> {
  const fences = readFileSync(path, "utf8").matchAll(/^```(tsx?)\n(.*?)^```/gms);
  const modules = [...fences].map(([, language, code = ""], index) => [
    `${path.replaceAll("/", "-")}-${index}.${language}`,
    // What a guide shows in passing has no exports, and must not meet the names of another one.
    `${code}\nexport {};`,
  ]);
  return Object.fromEntries(modules);
}

/** The compiler reads all types of React and the package; on a busy machine for longer than other tests may take. */
const COMPILING = 120_000;

it(
  "the code on the page, in the guide and in the package's README compiles against the package",
  () => {
    const start = quickStart("https://whetstone.example");
    const samples = Object.entries({ quickStart: start, ...widgetSamples, ...hookSamples });
    const faults = faultsOf({
      ...Object.fromEntries(samples.map(([name, code]) => [`${name}.tsx`, code])),
      ...codeOf("docs/embedding.md"),
      ...codeOf("components/feedback/README.md"),
      // Proof that what is wrong is found.
      "wrong.ts": 'export { NoSuchWidget } from "whetstone/react";',
    });
    expect(faults).toEqual([expect.stringMatching(/wrong\.ts: .*NoSuchWidget/)]);
  },
  COMPILING,
);

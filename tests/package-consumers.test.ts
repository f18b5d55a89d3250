import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { rolldown } from "rolldown";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** An app that has the packed package installed, with the packages that it stands on. */
let app: string;

beforeAll(() => {
  app = realpathSync(mkdtempSync(join(tmpdir(), "whetstone-consumer-")));
  const modules = join(app, "node_modules");
  mkdirSync(join(modules, "@types"), { recursive: true });
  cpSync(resolve(".packed/package"), join(modules, "whetstone"), { recursive: true });
  mkdirSync(join(modules, "@openfeature"));
  for (const name of [
    "ai",
    "react",
    "diff",
    "@openfeature/server-sdk",
    "@openfeature/core",
    "@types/react",
    "@types/node",
  ])
    symlinkSync(resolve("node_modules", name), join(modules, name));
  cpSync(resolve("tests/embed/apps/consumer"), app, { recursive: true });
});

afterAll(() => rmSync(app, { recursive: true, force: true }));

type Format = "module" | "commonjs";

/** What the compiler says of the app and of the package's types, under the settings that refuse most. */
function faults(format: Format, options: ts.CompilerOptions): string[] {
  writeFileSync(join(app, "package.json"), JSON.stringify({ type: format }));
  const files = format === "module" ? ["consumer.tsx", "flags.ts", "model.ts"] : ["consumer.tsx", "flags.ts"];
  const program = ts.createProgram({
    rootNames: files.map((name) => join(app, name)),
    options: {
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      jsx: ts.JsxEmit.ReactJSX,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noUncheckedSideEffectImports: true,
      skipLibCheck: false,
      noEmit: true,
      types: [],
      ...options,
    },
  });
  const checked = program
    .getSourceFiles()
    .filter(({ fileName }) => /\/node_modules\/whetstone\/|\/(consumer|flags|model)\.tsx?$/.test(fileName));
  expect(checked.length, "the app and the package's types").toBeGreaterThan(files.length + 4);
  return [
    ...program.getOptionsDiagnostics(),
    ...checked.flatMap((file) => program.getSemanticDiagnostics(file)),
  ].map(
    ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
  );
}

describe("an app compiles under exactOptionalPropertyTypes", () => {
  const { ModuleKind, ModuleResolutionKind } = ts;
  const byNode = { module: ModuleKind.Node16, moduleResolution: ModuleResolutionKind.Node16 };
  const byBundler = { module: ModuleKind.ESNext, moduleResolution: ModuleResolutionKind.Bundler };
  const byNode10 = {
    module: ModuleKind.CommonJS,
    moduleResolution: ModuleResolutionKind.Node10,
    esModuleInterop: true,
    ignoreDeprecations: "6.0",
  };

  it.each<[string, Format, ts.CompilerOptions]>([
    ["a bundler", "module", byBundler],
    ["ES modules of Node", "module", byNode],
    ["CommonJS of Node", "commonjs", byNode],
    ["node10, which does not read exports", "commonjs", byNode10],
  ])("for %s", { timeout: 90_000 }, (_, format, options) => expect(faults(format, options)).toEqual([]));
});

describe("Node runs what needs no page", () => {
  const run = (name: string, code: string) => {
    writeFileSync(join(app, name), code);
    return execFileSync(process.execPath, [name], { cwd: app, encoding: "utf8" });
  };
  const doors = ["client", "ai-sdk", "react", "embed.js", "openfeature"];

  it("by import", () => {
    const code = `${doors.map((door, index) => `import * as d${index} from "whetstone/${door}";`).join("")}
      console.log(typeof d0.createServerClient, typeof d1.whetstoneMiddleware, typeof d2.httpAdapter, typeof d3.configure, typeof d4.WhetstoneProvider);`;
    expect(run("imports.mjs", code)).toBe("function function function function function\n");
  });

  it("by require, where require cannot load ES modules", () => {
    const code = `const [c, a, r, e, o] = ${JSON.stringify(doors)}.map((door) => require("whetstone/" + door));
      const own = { submit: async () => { throw new c.FeedbackRefused({ code: "x", status: 0, detail: "", retryable: false }); } };
      own.submit().catch((error) => console.log(error.name));
      console.log(typeof c.createServerClient, typeof a.whetstoneMiddleware, typeof r.FeedbackBar, typeof e.configure, typeof o.WhetstoneProvider);`;
    writeFileSync(join(app, "requires.cjs"), code);
    const args = ["--no-experimental-require-module", "requires.cjs"];
    expect(execFileSync(process.execPath, args, { cwd: app, encoding: "utf8" })).toBe(
      "function function function function function\nFeedbackRefused\n",
    );
  });
});

it("a bundler takes the elements apart: what is needed later comes later, and no address of a script is asked", async () => {
  writeFileSync(join(app, "elements.js"), 'import { configure } from "whetstone/embed.js"; configure({});');
  const bundle = await rolldown({ cwd: app, input: "./elements.js" });
  const { output } = await bundle.generate({ format: "esm" });
  const chunks = output.filter((part) => part.type === "chunk");
  const first = chunks.find(({ isEntry }) => isEntry);
  expect(first?.dynamicImports.length).toBeGreaterThan(5);
  expect(first?.code).toContain('"whetstone-feedback"');
  const all = chunks.map(({ code }) => code).join("\n");
  expect(all).not.toMatch(/new URL\(.*WHETSTONE|currentScript|Symbol\.for\("whetstone embed"\)/);
  expect(all, "Preact and not React").not.toMatch(/from "react|require\("react/);
});

import { glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type InlineConfig } from "tsdown";
import { doors, type PackageFolders, scriptDoors } from "./folders.ts";
import { withImports } from "./module-imports.ts";

/**
 * Elements without the marks by which a bundler may leave out what nobody uses: ours are made in functions only, which
 * are left out whole, and minifiers keep the marks.
 */
const plainElements = {
  name: "plain-elements",
  renderChunk: (code: string) => code.replaceAll(/\/\* @__PURE__ \*\/ (?=jsxs?\()/g, ""),
};

/** Builds the doors that other people's code imports, with their types, into the stage's `dist`: for `import` and `require`. */
export async function buildModules({ source, stage }: PackageFolders): Promise<void> {
  const outDir = join(stage, "dist");
  const common: InlineConfig = {
    config: false,
    cwd: source,
    outDir,
    clean: false,
    platform: "neutral",
    target: "es2022",
    logLevel: "warn",
    checks: { pluginTimings: false },
  };
  await build({
    ...common,
    entry: scriptDoors,
    format: ["esm", "cjs"],
    outExtensions: ({ format }) => ({ js: format === "cjs" ? ".cjs" : ".js" }),
    // A file a module: then a bundler leaves out whole what a page does not use, and "use client" stays where it stood.
    unbundle: true,
    dts: false,
    plugins: [plainElements],
    inputOptions: {
      // It says that directives may be lost, as they are where modules are joined.
      onLog(level, log, report) {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
      },
    },
    // Jest and others that read CommonJS cannot import.
    outputOptions: { dynamicImportInCjs: false },
  });
  await build({ ...common, entry: doors, dts: { resolver: "oxc", emitDtsOnly: true } });
  await writeRequiredTypes(outDir);
}

/**
 * The types once more for `require`: TypeScript takes those of a `.d.ts` for a module's that can only be imported, as the
 * AI SDK can.
 */
async function writeRequiredTypes(outDir: string): Promise<void> {
  for await (const name of glob("*.d.ts", { cwd: outDir })) {
    const types = await readFile(join(outDir, name), "utf8");
    const required = withImports(types, (path) => path.replace(/^(\..*)\.js$/, "$1.cjs"));
    const typed = required.replace(
      /^import (\{.*\} from "ai");/m,
      'import type $1 with { "resolution-mode": "import" };',
    );
    await writeFile(join(outDir, name.replace(/ts$/, "cts")), typed);
  }
}

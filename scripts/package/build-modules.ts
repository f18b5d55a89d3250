import { glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type InlineConfig } from "tsdown";
import { doors, type PackageFolders, scriptDoors } from "./folders.ts";
import { withImports } from "./module-imports.ts";

/**
 * Removes the annotations that let bundlers drop unused JSX elements: ours are only created inside functions,
 * which are dropped as a whole, and minifiers keep the annotations.
 */
const plainElements = {
  name: "plain-elements",
  renderChunk: (code: string) => code.replaceAll(/\/\* @__PURE__ \*\/ (?=jsxs?\()/g, ""),
};

/** Builds the package's entry points with their types into the stage's `dist`, for `import` and `require`. */
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
    // One file per module, so that bundlers can drop unused ones, and "use client" stays in its place.
    unbundle: true,
    dts: false,
    plugins: [plainElements],
    inputOptions: {
      // A warning that directives may be lost, as they are when modules are merged.
      onLog(level, log, report) {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
      },
    },
    // Jest and other CommonJS tools cannot import ES modules.
    outputOptions: { dynamicImportInCjs: false },
  });
  await build({ ...common, entry: doors, dts: { resolver: "oxc", emitDtsOnly: true } });
  await writeRequiredTypes(outDir);
}

/**
 * Copies the types for `require`: TypeScript would take those in a `.d.ts` for types of a module that can
 * only be imported, like the AI SDK.
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

import { build, type InlineConfig } from "tsdown";
import { doors, type PackageFolders } from "./folders.ts";

/** Builds the doors that other people's code imports, with their types, into the stage's `dist`. */
export async function buildModules({ source, stage }: PackageFolders): Promise<void> {
  const common: InlineConfig = {
    config: false,
    cwd: source,
    entry: doors,
    outDir: `${stage}/dist`,
    clean: false,
    platform: "neutral",
    target: "es2022",
    logLevel: "warn",
    checks: { pluginTimings: false },
  };
  await build({
    ...common,
    // A file a module: then a bundler leaves out whole what a page does not use, and "use client" stays where it stood.
    unbundle: true,
    dts: false,
    inputOptions: {
      // It says that directives may be lost, as they are where modules are joined.
      onLog(level, log, report) {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
      },
    },
  });
  await build({ ...common, dts: { resolver: "oxc", emitDtsOnly: true } });
}

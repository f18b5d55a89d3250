import { build } from "tsdown";
import { doors, type PackageFolders } from "./folders.ts";

/** Builds the doors that other people's code imports, with their types, into the stage's `dist`. */
export async function buildModules({ source, stage }: PackageFolders): Promise<void> {
  await build({
    config: false,
    cwd: source,
    entry: doors,
    outDir: `${stage}/dist`,
    platform: "neutral",
    target: "es2022",
    dts: { resolver: "oxc" },
    logLevel: "warn",
    inputOptions: {
      // A bundle has one directive for all of its modules, and that is the banner.
      onLog(level, log, report) {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
      },
    },
    outputOptions: { banner: ({ name }) => (name === "react" ? '"use client";' : "") },
  });
}

import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { bundle } from "lightningcss";
import { type InputOptions, type OutputChunk, type RolldownBuild, rolldown } from "rolldown";
import { asClassicScript } from "./classic-script.ts";
import type { PackageFolders } from "./folders.ts";

/** The style sheets that embed.js contains as strings, by their names in its sources. */
function embedStyles(source: string): Record<string, string> {
  const own = (name: string) => styleText(join(source, "embed", "styles", `${name}.css`));
  return {
    WHETSTONE_THEME_STYLES: JSON.stringify(themeText(source)),
    WHETSTONE_HOST_STYLES: JSON.stringify(own("host")),
    WHETSTONE_CORE_STYLES: JSON.stringify(own("core")),
    WHETSTONE_BAR_STYLES: JSON.stringify(own("bar")),
    WHETSTONE_STARS_STYLES: JSON.stringify(own("stars")),
    WHETSTONE_EDITOR_STYLES: JSON.stringify(own("editor")),
  };
}

/**
 * Light or dark is set on the surrounding page only: a rule on the element itself would override its
 * ancestors.
 */
const themeText = (source: string): string =>
  styleText(join(source, "styles", "light-and-dark.css")).replaceAll(":root,:host", ":root");

const styleText = (filename: string): string =>
  Buffer.from(bundle({ filename, minify: true }).code).toString();

/** Copyright notice for the code in the bundle. */
const NOTICE =
  "/*! Whetstone. With Preact, (c) 2015-present Jason Miller, MIT, and in parts diff, BSD-3-Clause: see embed/licenses.txt */\n";
/** Modules are strict by default, so the minifier removes the directive. */
const STRICT = '"use strict";';

/**
 * Builds embed.js and its on-demand chunks into the stage's `dist` and into the folder where they are served.
 * Also builds them as modules, for bundlers, which drop a script's URL.
 */
export async function buildEmbed({ source, stage, served }: PackageFolders): Promise<void> {
  const dist = join(stage, "dist");
  for (const { fileName, code } of [...(await embedChunks(source)), ...(await moduleChunks(source))]) {
    const file = join(dist, fileName);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, code);
  }
  await writeFile(join(dist, "embed", "licenses.txt"), await licenses(source));
  await mkdir(served, { recursive: true });
  await rm(join(served, "embed"), { recursive: true, force: true });
  for (const name of ["embed.js", "embed"]) {
    await cp(join(dist, name), join(served, name), { recursive: true });
  }
}

/** embed.js and its on-demand chunks. */
export async function embedChunks(source: string): Promise<OutputChunk[]> {
  const bundle = await bundleElements(source, {
    input: { embed: join(source, "embed", "index.ts") },
    preserveEntrySignatures: "allow-extension",
    plugins: [asClassicScript()],
  });
  const { output } = await bundle.generate({
    format: "esm",
    minify: true,
    // Code that the script needs immediately belongs to the script, whatever else needs it later.
    codeSplitting: { groups: [{ name: "embed", tags: ["$initial"] }] },
    entryFileNames: "[name].js",
    chunkFileNames: "embed/[name]-[hash].js",
    postBanner: ({ isEntry }) => (isEntry ? NOTICE + STRICT : NOTICE),
    comments: { legal: false, annotation: false, jsdoc: false },
  });
  return output.filter((part) => part.type === "chunk");
}

/** The module `whetstone/embed.js` and its on-demand chunks, as ES modules and as CommonJS. */
async function moduleChunks(source: string): Promise<OutputChunk[]> {
  const bundle = await bundleElements(source, {
    input: { "embed-module": join(source, "embed", "module.ts") },
    transform: { define: { WHETSTONE_SCRIPT: "null" } },
  });
  const built = (["esm", "cjs"] as const).map((format) => {
    const ending = format === "esm" ? "js" : "cjs";
    return bundle.generate({
      format,
      // A minifier would write dynamic imports as template literals, which some bundlers cannot read. Their
      // own minifier runs later.
      minify: "dce-only",
      dynamicImportInCjs: false,
      entryFileNames: `[name].${ending}`,
      chunkFileNames: `embed-module/[name]-[hash].${ending}`,
      postBanner: NOTICE,
      comments: { legal: false, annotation: false, jsdoc: false },
    });
  });
  const outputs = await Promise.all(built);
  return outputs.flatMap(({ output }) => output.filter((part) => part.type === "chunk"));
}

/** Bundles the elements with Preact in place of React, and with their styles as strings. */
function bundleElements(source: string, { transform, ...entry }: InputOptions): Promise<RolldownBuild> {
  const embed = join(source, "embed");
  return rolldown({
    cwd: source,
    resolve: {
      alias: {
        "react/jsx-runtime": join(embed, "preact-jsx.ts"),
        react: join(embed, "preact-react.ts"),
      },
    },
    transform: {
      target: "es2022",
      define: {
        ...embedStyles(source),
        "process.env.NODE_ENV": '"production"',
        ...transform?.define,
      },
    },
    onLog(level, log, report) {
      if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
    },
    ...entry,
  });
}

async function licenses(source: string): Promise<string> {
  const of = (name: string) => readFile(join(source, "../../node_modules", name, "LICENSE"), "utf8");
  return `Preact\n\n${await of("preact")}\n\ndiff\n\n${await of("diff")}`;
}

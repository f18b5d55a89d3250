import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, posix, relative } from "node:path";
import { bundledStyles } from "./build-styles.ts";
import type { PackageFolders } from "./folders.ts";
import { listImports, withImports } from "./module-imports.ts";
import { type RegistryWidget, registryWidgets } from "./registry-items.ts";
import { withThemeTokens } from "./registry-styles.ts";

/** Where the files go in the project that adds them. */
const FOLDER = "components/whetstone";
const STYLES = "whetstone.css";
/** The adapters that connect a widget to the server. */
const ADAPTER = "adapter/http-adapter.ts";

interface RegistryFile {
  path: string;
  type: string;
  content?: string;
}

/** A registry item in the format of `shadcn add`. */
export interface RegistryItem {
  $schema?: string;
  name: string;
  type: string;
  title: string;
  description: string;
  dependencies: string[];
  files: RegistryFile[];
  docs: string;
}

/** Writes the shadcn registry: each widget as source to copy into a project. */
export async function buildRegistry({ source, served }: PackageFolders): Promise<void> {
  const folder = join(served, "r");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const styles = withThemeTokens(bundledStyles(source, false));
  const items = await Promise.all(registryWidgets.map((widget) => registryItem(source, widget, styles)));
  for (const item of items) {
    const $schema = "https://ui.shadcn.com/schema/registry-item.json";
    await writeFile(join(folder, `${item.name}.json`), asJson({ $schema, ...item }));
  }
  const registry = {
    $schema: "https://ui.shadcn.com/schema/registry.json",
    name: "whetstone",
    // The registry's homepage is the server that hosts it.
    homepage: "/docs/widgets",
    items: items.map((item) => ({ ...item, files: item.files.map(({ path, type }) => ({ path, type })) })),
  };
  await writeFile(join(folder, "registry.json"), asJson(registry));
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** One widget with all of its files. */
export async function registryItem(
  source: string,
  { name, component, file, description }: RegistryWidget,
  styles: string,
): Promise<RegistryItem> {
  const { files, packages } = await sourceClosure(source, [file, ADAPTER]);
  const code = [...files].map(([path, text]) =>
    registryFile(path, copied(text, path === file ? path : null)),
  );
  return {
    name,
    type: "registry:component",
    title: component,
    description,
    dependencies: await dependenciesOf(source, packages),
    files: [...code, registryFile(STYLES, styles)],
    docs: usage(component, file),
  };
}

const registryFile = (path: string, content: string): RegistryFile => ({
  path: `${FOLDER}/${path}`,
  type: "registry:component",
  content,
});

/** The code for a project with any settings; the widget's own file, at `root`, imports the styles. */
function copied(code: string, root: string | null): string {
  const plain = withImports(code, withoutEnding);
  if (root === null) return plain;
  const styles = `import ${JSON.stringify(posix.relative(dirname(root), STYLES))};\n`;
  return plain.replace(/^("use client";\n)?/, `$1${styles}`);
}

const withoutEnding = (specifier: string): string =>
  specifier.startsWith(".") ? specifier.replace(/\.tsx?$/, "") : specifier;

/** The packages that a project has to install besides React, in the versions required by the package. */
async function dependenciesOf(source: string, packages: readonly string[]): Promise<string[]> {
  const { dependencies } = JSON.parse(await readFile(join(source, "package.json"), "utf8"));
  return packages.filter((name) => name !== "react").map((name) => `${name}@${dependencies[name]}`);
}

function usage(component: string, file: string): string {
  const from = (path: string) => `"@/${FOLDER}/${withoutEnding(`./${path}`).slice(2)}"`;
  return [
    `import { ${component} } from ${from(file)};`,
    `import { httpAdapter } from ${from(ADAPTER)};`,
  ].join("\n");
}

/** Files of the package, and their external imports. */
interface SourceClosure {
  /** Their code by their paths within the package's folder, in order. */
  files: Map<string, string>;
  /** Packages that they import. */
  packages: string[];
}

/** The given files, all files of the package that they import, and so on. */
async function sourceClosure(source: string, entries: readonly string[]): Promise<SourceClosure> {
  const files = new Map<string, string>();
  const packages = new Set<string>();
  const open = [...entries];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (files.has(path)) continue;
    const code = await readFile(join(source, path), "utf8");
    files.set(path, code);
    for (const imported of listImports(code)) {
      if (imported.startsWith(".")) open.push(relative(source, join(source, dirname(path), imported)));
      else packages.add(imported);
    }
  }
  return {
    files: new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1))),
    packages: [...packages],
  };
}

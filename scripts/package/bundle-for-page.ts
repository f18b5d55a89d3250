import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

/** The JavaScript that a page loads, minified, one string per file. */
export interface PageBundle {
  /** Loaded together with the code that imports it. */
  first: string[];
  /** Loaded later, on demand. */
  later: string[];
}

const ENTRY = "page";

/**
 * What a bundler generates from `code`, a module that imports files of the package; React is the host's own.
 */
export async function bundleForPage(code: string): Promise<PageBundle> {
  const bundle = await rolldown({
    input: ENTRY,
    external: /^react(-dom)?(\/|$)/,
    plugins: [
      {
        name: "page",
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? code : null),
      },
    ],
    onLog: () => {},
  });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  const chunks = output.filter((part) => part.type === "chunk");
  const first = chunks.filter((chunk) => chunk.isEntry);
  // An entry includes its static imports.
  for (const chunk of first) {
    first.push(...chunks.filter((other) => chunk.imports.includes(other.fileName) && !first.includes(other)));
  }
  const codeOf = (of: typeof chunks) => of.map((chunk) => chunk.code);
  return { first: codeOf(first), later: codeOf(chunks.filter((chunk) => !first.includes(chunk))) };
}

/** The compressed size of files in bytes. */
export const gzippedBytes = (files: readonly (string | Uint8Array)[]): number =>
  files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);

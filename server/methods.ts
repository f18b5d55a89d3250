import { glob, readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { Problem } from "#lib/platform/problem/index.ts";

/** Methods of pages, files and everything else that is read-only. */
const READING = ["GET", "HEAD"];

/** Used by Next's own tools in development. */
const TOOLS = /^\/(?:_next\/|__nextjs)/;

/** Next's own error pages; no project's URL begins like this. */
const INTERNAL = /^\/_(?!next\/)/;

const EXPORTED = /\bexport const ([A-Z]+) =|\bas ([A-Z]+)\b/g;

/** Whether a request is for the API, and not for a page or a file. */
export const isApi = ({ url = "/" }: Pick<IncomingMessage, "url">): boolean => /^\/api(?:[/?]|$)/.test(url);

/** An API route, with the names of its folders: "[id]" stands for any segment, "[...all]" for several. */
interface ApiAddress {
  parts: string[];
  methods: string[];
}

/**
 * Reads from the route files which methods each path supports: for others, Next responds with a bare status
 * or an error.
 * @param api the folder of the routes.
 */
export async function readMethods(api: string): Promise<(path: string) => string[]> {
  const addresses: ApiAddress[] = [];
  for await (const file of glob("**/route.ts", { cwd: api })) {
    const text = await readFile(join(api, file), "utf8");
    const methods = [...text.matchAll(EXPORTED)].map(([, constant, renamed]) => constant ?? renamed ?? "");
    addresses.push({ parts: file.split(/[\\/]/).slice(0, -1), methods: allowed(methods) });
  }
  // In Next's order of precedence.
  addresses.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return (path) => {
    if (!isApi({ url: path })) return READING;
    const asked = path.split("/").filter(Boolean).slice(1).map(decodeURIComponent);
    return addresses.find(({ parts }) => fits(parts, asked))?.methods ?? READING;
  };
}

/** Next supports HEAD wherever there is GET, and OPTIONS everywhere. */
const allowed = (methods: string[]): string[] =>
  [...new Set([...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"])].sort();

/** Static segments before "[id]", and these before "[...all]" and "[[...all]]". */
const rank = ({ parts }: ApiAddress): string =>
  parts.map((part) => (part.includes("...") ? "3" : part.startsWith("[") ? "2" : `1${part}`)).join("/");

function fits(parts: string[], asked: string[]): boolean {
  const rest = parts.at(-1)?.includes("...") ? parts.length - 1 : undefined;
  if (rest === undefined && asked.length !== parts.length) return false;
  if (rest !== undefined && asked.length < rest + (parts.at(-1)?.startsWith("[[") ? 0 : 1)) return false;
  return parts.slice(0, rest).every((part, index) => part.startsWith("[") || part === asked[index]);
}

/**
 * Rejects methods that a path does not support, and internal paths.
 * @param methods as returned by `readMethods`.
 * @throws Problem 404 for Next's internal pages; 405 with the supported methods, also in its Allow header.
 */
export function requireMethod(
  { method = "GET", url = "/" }: IncomingMessage,
  methods: (path: string) => string[],
  dev: boolean,
): void {
  const [path = "/"] = url.split("?", 1);
  if (INTERNAL.test(path) && !dev) throw new Problem("not_found", `Nothing found at ${path}.`);
  const taken = methods(path);
  if (taken.includes(method) || (dev && TOOLS.test(path))) return;
  const allow = taken.join(", ");
  throw new Problem("method_not_allowed", `${method} is not allowed at ${path}. Allowed: ${allow}.`, {
    headers: { allow },
  });
}

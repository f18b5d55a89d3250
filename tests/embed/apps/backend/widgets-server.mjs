import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, resolve, sep } from "node:path";
import { answerFor } from "./widgets-answer.mjs";

// Serves a folder, as any static host does, and `/answer`, which is this app's own backend.
const root = resolve(process.argv[2] ?? ".");
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://app");
  try {
    if (pathname === "/favicon.ico") return void response.writeHead(204).end();
    const asked = Object.fromEntries(searchParams);
    if (pathname === "/answer") {
      const answer = JSON.stringify(await answerFor(asked));
      return void response.writeHead(200, { "content-type": "application/json" }).end(answer);
    }
    const name = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const path = resolve(root, `.${extname(name) ? name : `${name}.html`}`);
    if (!path.startsWith(root + sep)) return void response.writeHead(404).end();
    const file = await readFile(path);
    response.setHeader("content-type", types[extname(path)] ?? "application/octet-stream");
    response.end(file.includes("{{") && extname(path) === ".html" ? await filled(file, asked) : file);
  } catch (error) {
    response.writeHead(error.code === "ENOENT" ? 404 : 500).end(String(error));
  }
}).listen(Number(process.env.PORT));

/** A page as a server writes it that knows the answer before it answers. */
async function filled(file, asked) {
  const answer = await answerFor(asked);
  return String(file).replace(/\{\{(\w+)\}\}/g, (_, name) => escaped(answer[name] ?? ""));
}

const escaped = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

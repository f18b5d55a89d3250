import { randomUUID } from "node:crypto";
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { Problem, ProblemCode } from "#lib/platform/problem/index.ts";
import { problemAnswer, readingHeaders } from "#lib/platform/route/index.ts";
import { isApi } from "./methods.ts";
import { baseHeaders } from "./secure-headers.ts";

/** What a page says about a temporary error. */
const words: Partial<Record<ProblemCode, readonly [title: string, text: string]>> = {
  database_unavailable: [
    "Whetstone is starting",
    "Waiting for the database. This page reloads automatically.",
  ],
  too_busy: ["Whetstone is busy", "Too many pages are being requested. This page retries automatically."],
};

/** The page can only use its own styles. */
const REFUSAL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** The page for a temporary error; undefined for any other. */
function refusalPage(code: string, seconds: string): string | undefined {
  const [title, text] = words[code as ProblemCode] ?? [];
  if (!title) return undefined;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${seconds}">
<title>${title}</title>
<style>
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; display: grid; place-content: center; min-height: 100vh; margin: 0; padding: 1rem; text-align: center }
h1 { font-size: 1.25rem; margin: 0 0 .25rem }
p { margin: 0; opacity: .75 }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
</main>
</body>
</html>
`;
}

/** An error response. */
interface Refusal {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/**
 * Responds to a rejected request. Reads and discards the rest of the request, so that the connection stays
 * usable. If a response has already started, the connection is closed instead.
 * @param error a Problem, or an internal error, which is logged.
 */
export function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const [path = "/"] = (request.url ?? "/").split("?", 1);
  const answer = answerTo(error, path);
  const { status, headers, text } = isApi(request)
    ? { ...answer, headers: { ...answer.headers, ...readingHeaders(request.headers.origin) } }
    : asPage(answer);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  request.resume();
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.writeHead(status, { ...baseHeaders(), ...headers }).end(text);
}

/** Turns a temporary error into a page, for people who opened one. */
function asPage(answer: Refusal): Refusal {
  const { "x-problem-code": code = "", "retry-after": seconds = "" } = answer.headers;
  const page = refusalPage(code, seconds);
  if (page === undefined) return answer;
  const headers = {
    ...answer.headers,
    "content-type": "text/html; charset=utf-8",
    "content-length": String(Buffer.byteLength(page)),
    "content-security-policy": REFUSAL_POLICY,
  };
  return { ...answer, headers, text: page };
}

/** Responds to bytes that are not a valid request, and closes their connection. */
export function refuseSocket(socket: Duplex, problem: Problem): void {
  const { status, headers, text } = answerTo(problem, "/");
  // The origin of these bytes is unknown, and the response is the same for everyone.
  const readable = { "access-control-allow-origin": "*" };
  const lines = Object.entries({ ...baseHeaders(), ...headers, ...readable, connection: "close" });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...lines.map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${text}`);
}

function answerTo(error: unknown, path: string): Refusal {
  const requestId = randomUUID();
  const { status, headers, text } = problemAnswer(error, path, requestId);
  const body = text ?? "";
  const more = {
    "x-request-id": requestId,
    "cache-control": "no-store",
    "content-length": String(Buffer.byteLength(body)),
  };
  return { status, headers: { ...headers, ...more }, text: body };
}

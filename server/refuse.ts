import { randomUUID } from "node:crypto";
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { Problem, ProblemCode } from "#lib/platform/problem/index.ts";
import { problemAnswer, readingHeaders } from "#lib/platform/route/index.ts";
import { isApi } from "./methods.ts";
import { baseHeaders } from "./secure-headers.ts";

/** What somebody who opened a page is told of a refusal that will be over soon. */
const words: Partial<Record<ProblemCode, readonly [title: string, text: string]>> = {
  database_unavailable: [
    "Whetstone is starting",
    "Waiting for the database. This page reloads automatically.",
  ],
  too_busy: ["Whetstone is busy", "Too many pages are being requested. This page retries automatically."],
};

/** What the page may do: its own styles, and nothing else. */
const REFUSAL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** The page of a refusal that is over soon; undefined for any other. */
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

/** A refusal as it is sent. */
interface Refusal {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/**
 * Answers a request that goes no further. What its sender still sends is read and dropped, so that the connection stays
 * usable; where the answer had begun, all that is left is to end the connection.
 * @param error a Problem, or a fault of ours, which is logged.
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

/** A page, where whoever opened one is better told so. */
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

/** Answers bytes that are no request, and ends their connection. */
export function refuseSocket(socket: Duplex, problem: Problem): void {
  const { status, headers, text } = answerTo(problem, "/");
  // Which page sent them nobody can tell; what they are told is the same for all.
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

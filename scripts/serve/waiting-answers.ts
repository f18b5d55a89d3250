import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Problem } from "#lib/platform/problem/index";

/** When a client may ask again, in seconds. */
const RETRY_AFTER = 2;

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${RETRY_AFTER}">
<title>Whetstone is starting</title>
<style>
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; display: grid; place-content: center; min-height: 100vh; margin: 0; padding: 1rem; text-align: center }
h1 { font-size: 1.25rem; margin: 0 0 .25rem }
p { margin: 0; opacity: .75 }
</style>
</head>
<body>
<main>
<h1>Whetstone is starting</h1>
<p>It is waiting for its database. This page opens by itself.</p>
</main>
</body>
</html>
`;

/** Answers while there is no database to answer from: alive, not ready, come back. */
export function answerWhileWaiting(request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
  const bodiless = request.method === "HEAD";
  const send = (status: number, type: string, body: string, headers: Record<string, string> = {}) => {
    response.writeHead(status, { "content-type": type, "cache-control": "no-store", ...headers });
    response.end(bodiless ? undefined : body);
  };
  // What the sender still sends is read and dropped, so that its connection stays usable.
  request.resume();
  const retry = { "retry-after": String(RETRY_AFTER) };
  if (path === "/api/health") send(200, "application/json", JSON.stringify({ status: "ok" }));
  else if (path.startsWith("/api/")) {
    const [body, headers] = refusal(path);
    send(503, "application/problem+json", body, { ...retry, ...headers });
  } else {
    const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
    send(503, "text/html; charset=utf-8", page, { ...retry, "content-security-policy": policy });
  }
}

function refusal(path: string): [body: string, headers: Record<string, string>] {
  const requestId = randomUUID();
  const problem = new Problem(
    "database_unavailable",
    "The app is starting and waits for its database. Nothing was stored; try again.",
  );
  const body = JSON.stringify(problem.toJson(path, requestId));
  return [body, { "x-request-id": requestId, "x-problem-code": problem.code }];
}

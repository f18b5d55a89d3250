import type { ProblemCode } from "#lib/platform/problem/index.ts";

/** What somebody who opened a page is told of a refusal that will be over soon. */
const words: Partial<Record<ProblemCode, readonly [title: string, text: string]>> = {
  database_unavailable: [
    "Whetstone is starting",
    "It is waiting for its database. This page opens by itself.",
  ],
  too_busy: ["Whetstone is busy", "Many people are asking for pages. This page tries again by itself."],
};

/** What the page may do: its own styles, and nothing else. */
export const REFUSAL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** The page of a refusal that is over soon; undefined for any other. */
export function refusalPage(code: string, seconds: string): string | undefined {
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

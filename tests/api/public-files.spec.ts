import { expect, test } from "@playwright/test";

for (const [path, type] of [
  ["/robots.txt", "text/plain"],
  ["/favicon.ico", "image/x-icon"],
  ["/icon.svg", "image/svg+xml"],
  ["/apple-touch-icon.png", "image/png"],
  ["/social.png", "image/png"],
  ["/manifest.webmanifest", "application/manifest+json"],
] as const) {
  test(`${path} is there for everybody, and safe to open`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(200);
    expect(response.headers()).toMatchObject({
      "content-type": expect.stringContaining(type),
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringContaining("default-src"),
    });
  });
}

test("a page names its icons once, and its picture at the host that was asked", async ({
  request,
  baseURL,
}) => {
  for (const path of ["/docs", "/sign-in"]) {
    const html = await (await request.get(path)).text();
    const head = html.slice(0, html.indexOf("</head>"));
    const links = [...head.matchAll(/<link rel="(icon|apple-touch-icon|manifest)" href="([^"]+)"/g)];
    expect(links.map(([, , href]) => href).sort()).toEqual([
      "/apple-touch-icon.png",
      "/favicon.ico",
      "/icon.svg",
      "/manifest.webmanifest",
    ]);
    expect(head).toContain(`<meta property="og:image" content="${new URL("/social.png", baseURL)}"`);
    expect(head).toContain('<meta name="robots" content="noindex"');
  }
});

test("crawlers may read the docs, and nothing of anybody's project", async ({ request }) => {
  const rules = (await (await request.get("/robots.txt")).text()).split("\n");
  expect(rules).toContain("Allow: /docs");
  expect(rules.filter((rule) => rule.startsWith("Disallow:"))).toEqual(["Disallow: /"]);
});

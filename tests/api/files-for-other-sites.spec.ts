import { expect, test } from "@playwright/test";

const revalidated = "public, max-age=0, must-revalidate";

for (const [path, type] of [
  ["/embed.js", /javascript/],
  ["/whetstone.tgz", /octet-stream|gzip/],
  ["/r/registry.json", /json/],
  ["/r/feedback-bar.json", /json/],
] as const) {
  test(`${path} is for every site, and looked after anew each time`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(200);
    expect(response.headers()).toMatchObject({
      "content-type": expect.stringMatching(type),
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": revalidated,
      "x-content-type-options": "nosniff",
    });
  });
}

test("what embed.js fetches is for every site, and kept for good under its name", async ({ request }) => {
  const script = await (await request.get("/embed.js")).text();
  const names = [...script.matchAll(/\.\/(embed\/[\w-]+\.js)/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(3);
  for (const name of names) {
    const response = await request.get(`/${name}`);
    expect(response.status()).toBe(200);
    expect(response.headers()).toMatchObject({
      "content-type": expect.stringContaining("javascript"),
      "access-control-allow-origin": "*",
      "cache-control": "public, max-age=31536000, immutable",
    });
  }
});

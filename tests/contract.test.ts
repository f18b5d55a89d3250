import { globSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { openApiDocument } from "#lib/platform/route/index";
import { documentedPaths, publicRoutes } from "../app/api/contract.ts";

const api = resolve(import.meta.dirname, "../app/api");

/** Routes of the app's own pages; other people's programs do not build on them. */
const ofOurPages =
  /^\/api\/(\[\.\.\.path\]|auth|openapi\.json|playground|projects|sample-project|setup)(\/|$)/;

const mounted = globSync("**/route.ts", { cwd: api })
  .map((file) => `/api/${file.replace(/\/?route\.ts$/, "")}`.replaceAll(/\[(\w+)\]/g, "{$1}"))
  .filter((path) => !ofOurPages.test(path));

it("documents every public route that is mounted, and no other", () => {
  expect(publicRoutes.map(({ path }) => path).sort()).toEqual(mounted.sort());
});

it("documents every method that a public route answers", async () => {
  for (const { path, handlers } of publicRoutes) {
    const file = resolve(api, `.${path.slice(4).replaceAll(/\{(\w+)\}/g, "[$1]")}/route.ts`);
    const module = await import(/* @vite-ignore */ file);
    const methods = Object.keys(module).filter((name) => name !== "OPTIONS");
    expect(Object.keys(handlers).sort(), path).toEqual(methods.sort());
  }
});

it("says of every route who may call it, what it takes and what it answers", () => {
  const document = openApiDocument(documentedPaths(), "http://localhost:3000");
  const feedback = document.paths?.["/api/feedback"]?.post;
  expect(feedback?.security).toEqual([{ secretKey: [] }, { publishableKey: [] }]);
  expect(feedback?.requestBody).toMatchObject({ required: true });
  expect(Object.keys(feedback?.responses ?? {})).toEqual(["200", "201", "202", "default"]);
  expect(document.components?.schemas).toMatchObject({
    Feedback: { additionalProperties: false, required: ["interaction_id", "rating_type"] },
    Interaction: { additionalProperties: false, required: ["feature_name", "response_text", "model_name"] },
    Problem: { required: expect.arrayContaining(["code", "detail", "request_id"]) },
  });
  expect(document.paths?.["/api/health"]?.get?.security).toEqual([]);
  expect(document.paths?.["/api/interactions"]?.post?.requestBody).toMatchObject({
    content: { "application/json": { schema: { anyOf: expect.any(Array) } } },
  });
});

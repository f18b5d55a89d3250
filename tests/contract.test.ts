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
  expect(Object.keys(feedback?.responses ?? {})).toEqual([
    "200",
    "201",
    "202",
    "409",
    "422",
    "429",
    "503",
    "default",
  ]);
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

it("tells the headers that collecting heeds and answers with, and when it refuses", () => {
  const { paths } = openApiDocument(documentedPaths(), "http://localhost:3000");
  const headersOf = (path: string, status: string) =>
    Object.keys(paths?.[path]?.post?.responses?.[status]?.headers ?? {});
  const limits = ["RateLimit-Limit", "RateLimit-Policy", "RateLimit-Remaining", "RateLimit-Reset"];
  for (const path of ["/api/feedback", "/api/annotations", "/api/signals", "/api/events"]) {
    expect(paths?.[path]?.post?.parameters, path).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ in: "header", name: "Idempotency-Key" }),
        expect.objectContaining({ in: "header", name: "X-Feedback-Token" }),
      ]),
    );
    expect(headersOf(path, "201"), path).toEqual(limits);
    expect(headersOf(path, "429"), path).toEqual([...limits, "Retry-After"]);
  }
  expect(headersOf("/api/interactions", "201"), "nobody limits a secret key").toEqual([]);
  expect(Object.keys(paths?.["/api/feedback/{id}"]?.delete?.responses ?? {})).toContain("429");
});

import { globSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { contractDocument, publicRoutes } from "#app/api/contract.ts";
import type { ApiSchema, RouteHandler } from "#lib/platform/route/index.ts";

const api = resolve(import.meta.dirname, "../app/api");
const document = contractDocument("http://localhost:3000");

/** Every operation of the document with its path and method. */
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Made by others, without a contract: sign-in, and the answer to addresses that are none. */
const withoutContract = /^\/api\/(auth\/|\[\[\.\.\.path\]\])/;

/** The methods of every route that is mounted and that a key, or anybody, may call. */
async function callable(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const file of globSync("**/route.ts", { cwd: api })) {
    const path = `/api/${file.replace(/\/?route\.ts$/, "")}`.replaceAll(/\[(\w+)\]/g, "{$1}");
    if (withoutContract.test(path) || path === "/api/openapi.json") continue;
    const module: Record<string, RouteHandler> = await import(/* @vite-ignore */ resolve(api, file));
    const methods = Object.entries(module)
      .filter(([, handler]) => ["key", "anyone"].includes(handler.contract?.access.by))
      .map(([method]) => method);
    if (methods.length > 0) found[path] = methods.sort();
  }
  return found;
}

/** Set-up happens once, in the browser, before there is a key; links of mails are opened by who got them. */
const ofOurPages = ["/api/setup", "/api/mail/confirm", "/api/mail/unsubscribe"];

it("documents every route that a key may call, with all of its methods, and no other", async () => {
  const mounted = Object.entries(await callable()).filter(([path]) => !ofOurPages.includes(path));
  const documented = publicRoutes.map(({ path, handlers }) => [path, Object.keys(handlers).sort()]);
  expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(mounted));
});

it("says of every route who may call it, what it takes and what it answers", () => {
  const feedback = document.paths["/api/feedback"]?.post;
  expect(feedback?.security).toEqual([{ secretKey: [] }, { publishableKey: [] }]);
  expect(feedback?.requestBody).toMatchObject({ required: true });
  expect(Object.keys(feedback?.responses ?? {})).toEqual([
    ...["200", "201", "202", "400", "401", "403", "409", "413", "422", "429", "503"],
    "default",
  ]);
  expect(document.components.schemas).toMatchObject({
    Feedback: { additionalProperties: false, required: ["rating_type"] },
    Interaction: { additionalProperties: false, required: ["feature_name", "response_text", "model_name"] },
    Problem: { required: expect.arrayContaining(["code", "detail", "request_id"]) },
  });
  expect(document.paths["/api/health"]?.get?.security).toEqual([]);
  expect(document.paths["/api/interactions"]?.post?.requestBody).toMatchObject({
    content: { "application/json": { schema: { anyOf: expect.any(Array) } } },
  });
});

it("tells the headers that collecting heeds and answers with, and when it refuses", () => {
  const headersOf = (path: string, status: string) =>
    Object.keys(document.paths[path]?.post?.responses[status]?.headers ?? {});
  const limits = ["Budget", "Limit", "Policy", "Remaining", "Reset"].map((name) => `RateLimit-${name}`);
  for (const path of ["/api/feedback", "/api/annotations", "/api/signals", "/api/events"]) {
    expect(document.paths[path]?.post?.parameters, path).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ in: "header", name: "Idempotency-Key" }),
        expect.objectContaining({ in: "header", name: "X-Feedback-Token" }),
        expect.objectContaining({ in: "header", name: "X-Device-Id" }),
      ]),
    );
    expect(headersOf(path, "201"), path).toEqual(limits);
    expect(headersOf(path, "429"), path).toEqual([...limits, "Retry-After"]);
  }
  expect(headersOf("/api/interactions", "201"), "nobody limits a secret key").toEqual([]);
  expect(Object.keys(document.paths["/api/feedback/{id}"]?.delete?.responses ?? {})).toContain("429");
});

it("gives every operation a name of its own, a group, and an example of every refusal", () => {
  const names = operations.map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain("getDashboardTrendsByFeature");
  const groups = document.tags.map(({ name }) => name);
  for (const { operation } of operations) {
    expect(groups).toContain(operation.tags[0]);
    for (const [status, { content }] of Object.entries(operation.responses)) {
      const example = content?.["application/problem+json"]?.example;
      if (example && status !== "default")
        expect(example, operation.operationId).toMatchObject({ status: Number(status) });
    }
  }
});

/** The dotted paths of the fields of a schema that nothing is said of. */
function wordless(schema: ApiSchema, at = ""): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    ...(field.description ? [] : [`${at}.${name}`]),
    ...wordless(field, `${at}.${name}`),
  ]);
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [
    ...own,
    ...[...parts, ...(schema.items ? [schema.items] : [])].flatMap((part) => wordless(part, at)),
  ];
}

it("says of every parameter and every field what it is", () => {
  const silent = operations.flatMap(({ path, method, operation }) =>
    [
      ...(operation.parameters ?? []).filter(({ description }) => !description).map(({ name }) => `?${name}`),
      ...[operation.requestBody, ...Object.values(operation.responses)].flatMap((part) =>
        Object.values(part?.content ?? {}).flatMap(({ schema }) => wordless(schema)),
      ),
    ].map((field) => `${method} ${path} ${field}`),
  );
  const named = Object.entries(document.components.schemas).flatMap(([name, schema]) =>
    wordless(schema, name),
  );
  expect([...silent, ...named]).toEqual([]);
});

describe.each(
  publicRoutes.flatMap(({ path, handlers }) =>
    Object.entries(handlers).map(([method, handler]) => ({ method, path, handler })),
  ),
)("the example of $method $path", ({ method, path, handler: { contract } }) => {
  const operation = document.paths[path]?.[method.toLowerCase()];

  it("is a call that the route takes", () => {
    const given = (place: string) =>
      Object.fromEntries(
        (operation?.parameters ?? [])
          .filter((parameter) => parameter.in === place && parameter.example !== undefined)
          .map(({ name, example }) => [name, String(example)]),
      );
    if (contract.params) expect(contract.params.safeParse(given("path")).error).toBeUndefined();
    if (contract.query) expect(contract.query.safeParse(given("query")).error).toBeUndefined();
    const body = operation?.requestBody?.content["application/json"]?.example;
    if (contract.body) expect(contract.body.safeParse(body).error).toBeUndefined();
  });

  it("has answers that the route may give, with no field that it does not know", () => {
    for (const [status, schema] of Object.entries(contract.replies)) {
      if (!schema) continue;
      const example = operation?.responses[status]?.content?.["application/json"]?.example;
      const { data, error } = schema.safeParse(example);
      expect(error, status).toBeUndefined();
      expect(data, status).toEqual(example);
    }
  });
});

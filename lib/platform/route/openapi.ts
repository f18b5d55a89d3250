import { z } from "zod";
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiOverride,
  type ZodOpenApiPathsObject,
} from "zod-openapi";
import { problemKinds } from "#lib/platform/problem/index.ts";
import type { Access } from "./access.ts";
import type { ApiDocument } from "./api-document.ts";
import type { Glossary } from "./describe-schema.ts";
import { documentExamples, type OperationExample } from "./document-examples.ts";
import { listRefusals } from "./refusals.ts";
import type { RouteContract } from "./route.ts";

/** A path of the API and the contracts of its methods, by their lower-case names. */
export interface DocumentedPath {
  path: string;
  /** The name of one of the tags. */
  tag: string;
  methods: Record<string, RouteContract>;
  examples?: Record<string, OperationExample>;
}

/** The documentation of an API. */
export interface DocumentedApi {
  /** The groups of paths, in order. */
  tags: readonly { name: string; description: string }[];
  paths: readonly DocumentedPath[];
  glossary: Glossary;
}

const problemSchema = z
  .object({
    type: z.string().describe("URN of the error."),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe("What went wrong, where, and how to fix it."),
    instance: z.string().describe("The requested path."),
    code: z.enum(problemKinds.map(({ code }) => code)).describe("Stable error code for use in programs."),
    request_id: z.string().describe("Identifies the request in the server's log."),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe("Invalid parameters, each with its dotted path."),
  })
  .meta({ id: "Problem", description: "Format of every error response (RFC 9457)." });

const retryAfter = {
  "Retry-After": z.int().optional().describe("Seconds to wait before retrying, if a retry can succeed."),
};

const securitySchemes = {
  secretKey: { type: "http", scheme: "bearer", description: "sk_…, for servers" },
  publishableKey: {
    type: "http",
    scheme: "bearer",
    description: "pk_…, for browsers, with the interaction's feedback token",
  },
} as const;

/** The OpenAPI 3.1 document of an API, generated from the zod schemas that validate requests. */
export function openApiDocument({ tags, paths, glossary }: DocumentedApi, serverUrl: string): ApiDocument {
  const document = createDocument(
    {
      openapi: "3.1.0",
      info: {
        title: "Whetstone",
        version: "1",
        description: "Log AI answers, collect user feedback on them, and measure their quality.",
      },
      servers: [{ url: serverUrl }],
      tags: [...tags],
      paths: Object.fromEntries(paths.map((each) => [each.path, operations(each)])) as ZodOpenApiPathsObject,
      components: { securitySchemes },
    },
    { override: openAnswers },
  );
  // The output of zod-openapi may share objects between places; a description added to one must not appear in another.
  return documentExamples(JSON.parse(JSON.stringify(document)) as ApiDocument, paths, glossary);
}

/** New fields may be added to responses, so clients must tolerate them; request bodies are strict. */
const openAnswers: ZodOpenApiOverride = ({ jsonSchema, io }) => {
  if (io === "output" && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
};

const operations = ({ path, tag, methods }: DocumentedPath) =>
  Object.fromEntries(
    Object.entries(methods).map(([method, contract]) => [
      method,
      { operationId: operationId(method, path), tags: [tag], ...operation(contract) },
    ]),
  );

/** For example getDashboardTrendsByFeature for GET /api/dashboard/trends/{feature}. */
const operationId = (method: string, path: string): string =>
  `${method}${path
    .replace(/^\/api/, "")
    .replaceAll(/\/\{(\w+)\}/g, "/by_$1")
    .replaceAll(/[/_](\w)/g, (_, letter: string) => letter.toUpperCase())}`;

function operation(contract: RouteContract): ZodOpenApiOperationObject {
  const { requestHeaders, replyHeaders, description } = contract.notes ?? {};
  const headers = replyHeaders ? { headers: replyHeaders } : {};
  const refused = {
    content: { "application/problem+json": { schema: problemSchema } },
    headers: replyHeaders ? replyHeaders.extend(retryAfter) : z.object(retryAfter),
  };
  const answers = Object.entries(contract.replies).map(([status, schema]) => [
    status,
    schema
      ? { description: "Success", content: { "application/json": { schema } }, ...headers }
      : { description: status === "304" ? "Not modified" : "Success, no content", ...headers },
  ]);
  const body = contract.bodyOutline ?? contract.body;
  return {
    summary: contract.summary,
    ...(description ? { description } : {}),
    security: security(contract.access),
    requestParams: {
      ...(contract.params ? { path: contract.params as z.ZodObject } : {}),
      ...(contract.query ? { query: contract.query as z.ZodObject } : {}),
      ...(requestHeaders ? { header: requestHeaders } : {}),
    },
    ...(body ? { requestBody: { required: true, content: { "application/json": { schema: body } } } } : {}),
    responses: {
      ...Object.fromEntries(answers),
      ...Object.fromEntries(
        Object.entries(listRefusals(contract)).map(([status, words]) => [
          status,
          { description: words, ...refused },
        ]),
      ),
      default: { description: "Error", ...refused },
    },
  };
}

function security(access: Access): Record<string, string[]>[] {
  if (access.by !== "key") return [];
  return access.kinds.map((kind): Record<string, string[]> => ({ [`${kind}Key`]: [] }));
}

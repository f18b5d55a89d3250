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

/** An API as it is told of. */
export interface DocumentedApi {
  /** What paths belong to, in the order in which they are told. */
  tags: readonly { name: string; description: string }[];
  paths: readonly DocumentedPath[];
  glossary: Glossary;
}

const problemSchema = z
  .object({
    type: z.string().describe("A URN that names the refusal."),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe("What was wrong, where, and what to do."),
    instance: z.string().describe("The path that was asked."),
    code: z.enum(problemKinds.map(({ code }) => code)).describe("The name of the refusal, to branch on."),
    request_id: z.string().describe("Names this request in the server's log."),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe("Each field that did not fit, by its dotted path."),
  })
  .meta({ id: "Problem", description: "RFC 9457: how every refusal reads." });

const retryAfter = {
  "Retry-After": z.int().optional().describe("Seconds after which to send it again, where that may help."),
};

const securitySchemes = {
  secretKey: { type: "http", scheme: "bearer", description: "sk_…, for servers" },
  publishableKey: {
    type: "http",
    scheme: "bearer",
    description: "pk_…, for browsers, with the interaction's feedback token",
  },
} as const;

/** The OpenAPI 3.1 document of an API, generated from the zod schemas that the routes themselves check with. */
export function openApiDocument({ tags, paths, glossary }: DocumentedApi, serverUrl: string): ApiDocument {
  const document = createDocument(
    {
      openapi: "3.1.0",
      info: {
        title: "Whetstone",
        version: "1",
        description: "Log AI answers, collect what their users say of them, and read the quality off it.",
      },
      servers: [{ url: serverUrl }],
      tags: [...tags],
      paths: Object.fromEntries(paths.map((each) => [each.path, operations(each)])) as ZodOpenApiPathsObject,
      components: { securitySchemes },
    },
    { override: openAnswers },
  );
  // What zod-openapi writes may share parts between places; telling a part its words must not tell them to another.
  return documentExamples(JSON.parse(JSON.stringify(document)) as ApiDocument, paths, glossary);
}

/** Fields may be added to answers, and clients should be ready for it; bodies take no others. */
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

/** getDashboardTrendsByFeature, of GET /api/dashboard/trends/{feature}. */
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
      ? { description: "Done", content: { "application/json": { schema } }, ...headers }
      : { description: "Done; no body", ...headers },
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
      default: { description: "Refused", ...refused },
    },
  };
}

function security(access: Access): Record<string, string[]>[] {
  if (access.by !== "key") return [];
  return access.kinds.map((kind): Record<string, string[]> => ({ [`${kind}Key`]: [] }));
}

import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import type { Access } from "./access.ts";
import type { RouteContract } from "./route.ts";

/** A path of the API and the contracts of its methods, by their lower-case names. */
export interface DocumentedPath {
  path: string;
  methods: Record<string, RouteContract>;
}

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    request_id: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({
    id: "Problem",
    description: "RFC 9457. `code` names the refusal; `errors` names each field that did not fit.",
  });

const retryAfter = {
  "Retry-After": z.int().optional().describe("Seconds after which to send it again, where that may help."),
};

/** The OpenAPI 3.1 document of these paths, generated from the zod schemas that the routes themselves check with. */
export function openApiDocument(paths: readonly DocumentedPath[], serverUrl: string) {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Whetstone",
      version: "1",
      description: "Log AI answers, collect what their users say of them, and read the quality off it.",
    },
    servers: [{ url: serverUrl }],
    paths: Object.fromEntries(
      paths.map(({ path, methods }) => [path, operations(methods)]),
    ) as ZodOpenApiPathsObject,
    components: {
      securitySchemes: {
        secretKey: { type: "http", scheme: "bearer", description: "sk_…, for servers" },
        publishableKey: {
          type: "http",
          scheme: "bearer",
          description: "pk_…, for browsers, with the interaction's feedback token",
        },
      },
    },
  });
}

const operations = (methods: Record<string, RouteContract>) =>
  Object.fromEntries(Object.entries(methods).map(([method, contract]) => [method, operation(contract)]));

function operation(contract: RouteContract): ZodOpenApiOperationObject {
  const { requestHeaders, replyHeaders, refusals = {} } = contract.notes ?? {};
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
        Object.entries(refusals).map(([status, description]) => [status, { description, ...refused }]),
      ),
      default: { description: "Refused", ...refused },
    },
  };
}

function security(access: Access): Record<string, string[]>[] {
  if (access.by !== "key") return [];
  return access.kinds.map((kind): Record<string, string[]> => ({ [`${kind}Key`]: [] }));
}

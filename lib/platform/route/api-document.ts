/** A JSON schema in an OpenAPI 3.1 document. */
export interface ApiSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  properties?: Record<string, ApiSchema>;
  required?: string[];
  additionalProperties?: boolean | ApiSchema;
  items?: ApiSchema;
  anyOf?: ApiSchema[];
  oneOf?: ApiSchema[];
  allOf?: ApiSchema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  example?: unknown;
  examples?: unknown[];
}

/** The content of a body, by media type. */
export type ApiContent = Record<string, { schema: ApiSchema; example?: unknown }>;

/** A parameter in the path, the query or a header. */
export interface ApiParameter {
  in: "path" | "query" | "header";
  name: string;
  required?: boolean;
  description?: string;
  schema: ApiSchema;
  example?: unknown;
}

/** A response of an operation. */
export interface ApiResponse {
  description: string;
  content?: ApiContent;
  headers?: Record<string, { description?: string; schema?: ApiSchema }>;
}

/** One method of one path. */
export interface ApiOperation {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security: Record<string, string[]>[];
  parameters?: ApiParameter[];
  requestBody?: { required: boolean; content: ApiContent };
  responses: Record<string, ApiResponse>;
}

/** The parts of an OpenAPI 3.1 document that we use. */
export interface ApiDocument {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, ApiOperation>>;
  components: {
    schemas: Record<string, ApiSchema>;
    securitySchemes: Record<string, { type: string; scheme: string; description: string }>;
  };
}

import type { ApiContent, ApiDocument, ApiOperation, ApiSchema } from "./api-document.ts";
import { type Glossary, wordField, wordSchema } from "./describe-schema.ts";
import { refusalExample } from "./refusals.ts";

const byFormat: Record<string, string> = {
  "date-time": "2026-11-21T09:30:00.000Z",
  date: "2026-11-21",
};

/** An example for a schema: its own, or one composed of its parts without optional fields. */
function exampleValue(schema: ApiSchema, named: Readonly<Record<string, ApiSchema>>): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.examples && schema.examples.length > 0) return schema.examples[0];
  if (schema.$ref) return exampleValue(named[schema.$ref.split("/").at(-1) ?? ""] ?? {}, named);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const value = (part: ApiSchema) => exampleValue(part, named);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(value));
  const [choice] = (schema.anyOf ?? schema.oneOf ?? []).filter(({ type }) => type !== "null");
  if (choice) return value(choice);
  const [type] = [schema.type ?? "object"].flat().filter((each) => each !== "null");
  if (type === "object") return exampleObject(schema, value);
  if (type === "array") return schema.items ? [value(schema.items)] : [];
  if (type === "string") return byFormat[schema.format ?? ""] ?? "…";
  return type === "boolean" ? false : (schema.minimum ?? 0);
}

const exampleObject = ({ properties = {}, required = [] }: ApiSchema, value: (part: ApiSchema) => unknown) =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name))
      .map(([name, part]) => [name, value(part)]),
  );

/** An example of a request and its response. Missing parts are generated from the schemas. */
export interface OperationExample {
  /** Values of parameters and headers by name. */
  parameters?: Readonly<Record<string, unknown>>;
  body?: unknown;
  /** Responses by status. */
  replies?: Readonly<Record<number, unknown>>;
}

/** Examples of a path by method. */
interface ExemplifiedPath {
  path: string;
  examples?: Record<string, OperationExample>;
}

/** A document in which every field has a description, and every operation has examples. */
export function documentExamples(
  document: ApiDocument,
  paths: readonly ExemplifiedPath[],
  glossary: Glossary,
): ApiDocument {
  const schemas = Object.fromEntries(
    Object.entries(document.components.schemas).map(([name, schema]) => [name, wordSchema(schema, glossary)]),
  );
  const told = Object.entries(document.paths).map(([path, methods]) => {
    const examples = paths.find((each) => each.path === path)?.examples ?? {};
    const operations = Object.entries(methods).map(([method, operation]) => [
      method,
      tellOperation(operation, path, examples[method] ?? {}, { schemas, glossary }),
    ]);
    return [path, Object.fromEntries(operations)];
  });
  return {
    ...document,
    paths: Object.fromEntries(told),
    components: { ...document.components, schemas },
  };
}

interface Known {
  schemas: Record<string, ApiSchema>;
  glossary: Glossary;
}

function tellOperation(
  operation: ApiOperation,
  path: string,
  { parameters: values = {}, body, replies = {} }: OperationExample,
  known: Known,
): ApiOperation {
  const { parameters = [], requestBody, responses } = operation;
  const tellContent = (content: ApiContent, example?: unknown): ApiContent =>
    Object.fromEntries(
      Object.entries(content).map(([type, { schema }]) => {
        const worded = wordSchema(schema, known.glossary);
        return [type, { schema: worded, example: example ?? exampleValue(worded, known.schemas) }];
      }),
    );
  const told = Object.entries(responses).map(([status, response]) => {
    const example = replies[Number(status)] ?? refusalOf(response.content, status, path);
    const { content } = response;
    return [status, content ? { ...response, content: tellContent(content, example) } : response];
  });
  return {
    ...operation,
    ...(parameters.length > 0
      ? { parameters: parameters.map((each) => tellParameter(each, values, known)) }
      : {}),
    ...(requestBody
      ? { requestBody: { ...requestBody, content: tellContent(requestBody.content, body) } }
      : {}),
    responses: Object.fromEntries(told),
  };
}

type Parameter = NonNullable<ApiOperation["parameters"]>[number];

function tellParameter(
  parameter: Parameter,
  values: Readonly<Record<string, unknown>>,
  { glossary }: Known,
): Parameter {
  const { name, description = glossary[name]?.about } = parameter;
  const { description: _, ...schema } = wordField(name, wordSchema(parameter.schema, glossary), glossary);
  const example = values[name];
  return {
    ...parameter,
    ...(description ? { description } : {}),
    schema,
    ...(example === undefined ? {} : { example }),
  };
}

/** An example of an error; the other responses have their own examples. */
const refusalOf = (content: ApiContent | undefined, status: string, path: string): unknown =>
  content && "application/problem+json" in content
    ? (refusalExample(Number(status), path) ?? undefined)
    : undefined;

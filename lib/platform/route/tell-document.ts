import type { ApiContent, ApiDocument, ApiOperation, ApiSchema } from "./api-document.ts";
import { exampleValue } from "./example-value.ts";
import { refusalExample } from "./refusals.ts";
import { type Glossary, wordField, wordSchema } from "./word-schema.ts";

/** A call of an operation and its answer. What is left out is put together of the schemas. */
export interface OperationExample {
  /** Values in the address and in headers, by their names. */
  parameters?: Readonly<Record<string, unknown>>;
  body?: unknown;
  /** Answers by their status. */
  replies?: Readonly<Record<number, unknown>>;
}

/** Examples of a path by method. */
interface ExemplifiedPath {
  path: string;
  examples?: Record<string, OperationExample>;
}

/** A document in which every field says what it is, and every operation shows a call and its answers. */
export function tellDocument(
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

/** An example of a refusal; the other answers have examples of their own. */
const refusalOf = (content: ApiContent | undefined, status: string, path: string): unknown =>
  content && "application/problem+json" in content
    ? (refusalExample(Number(status), path) ?? undefined)
    : undefined;

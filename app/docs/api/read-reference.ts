import type {
  ApiAnswer,
  ApiField,
  ApiGroup,
  ApiOperationReference,
  ApiReference,
  ApiSchemaReference,
} from "#components/docs/api-reference.ts";
import type { ApiDocument, ApiOperation, ApiParameter, ApiSchema } from "#lib/platform/route/index.ts";
import { fieldRow, schemaForms } from "./schema-forms.ts";
import { schemaId } from "./type-pieces.ts";

/** What the reference tells of a contract: its operations by group, and its named schemas. */
export function readReference({ tags, paths, components }: ApiDocument): ApiReference {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const filters = filtersOf(operations.map(({ operation }) => operation));
  const groups = tags.map(
    ({ name, description }): ApiGroup => ({
      id: kebab(name),
      title: name,
      about: description,
      operations: operations
        .filter(({ operation }) => operation.tags.includes(name))
        .map(({ method, path, operation }) => readOperation(method, path, operation, filters)),
    }),
  );
  const schemas = Object.entries(components.schemas).map(([name, schema]) => readSchema(name, schema));
  return {
    filters: filters.map(parameterRow),
    groups,
    schemas: schemas.sort((one, other) => (one.name < other.name ? -1 : 1)),
  };
}

const kebab = (name: string): string =>
  name
    .replaceAll(/([A-Z])/g, " $1")
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");

const json = (value: unknown): string => JSON.stringify(value, null, 2);

const readSchema = (name: string, schema: ApiSchema): ApiSchemaReference => ({
  id: schemaId(name),
  name,
  about: schema.description ?? "",
  forms: schemaForms(schema),
  example: schema.examples?.[0] === undefined ? null : json(schema.examples[0]),
});

/** How many operations must take the same parameter for it to be told of once. */
const SHARED = 5;

/** The parameters that many operations take alike. */
function filtersOf(operations: readonly ApiOperation[]): ApiParameter[] {
  const asked = operations.flatMap(({ parameters = [] }) => parameters.filter((each) => each.in === "query"));
  return [...Map.groupBy(asked, likeness).values()].flatMap(([first, ...others]) =>
    first && others.length + 1 >= SHARED ? [first] : [],
  );
}

/** The same of parameters that differ in their examples alone. */
const likeness = ({ name, description, schema }: ApiParameter): string =>
  JSON.stringify([name, description, schema]);

function readOperation(
  method: string,
  path: string,
  operation: ApiOperation,
  filters: readonly ApiParameter[],
): ApiOperationReference {
  const { parameters = [], requestBody, responses } = operation;
  const shared = new Set(filters.map(likeness));
  const isShared = (parameter: ApiParameter) => parameter.in === "query" && shared.has(likeness(parameter));
  const body = requestBody?.content["application/json"];
  const outcomes = Object.entries(responses);
  return {
    id: kebab(operation.operationId),
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: operation.description ?? "",
    access: accessWords(operation.security),
    parameters: parameterGroups(parameters.filter((parameter) => !isShared(parameter))),
    filters: parameters.filter(isShared).map(({ name }) => name),
    body: body ? schemaForms(body.schema) : [],
    call: {
      path: filledPath(path, parameters),
      query: examplesIn("query", parameters),
      body: body ? json(body.example) : null,
      headers: body ? ["Content-Type: application/json"] : [],
      needsKey: operation.security.length > 0,
    },
    answers: outcomes
      .filter(([status]) => status.startsWith("2"))
      .map(([status, { content }]): ApiAnswer => {
        const answer = content?.["application/json"];
        return {
          status,
          forms: answer ? schemaForms(answer.schema) : [],
          example: answer ? json(answer.example) : null,
        };
      }),
    refusals: outcomes
      .filter(([status]) => /^[45]/.test(status))
      .map(([status, { description }]) => ({ status, about: description })),
  };
}

function accessWords(security: ApiOperation["security"]): string {
  const kinds = security.flatMap((each) => Object.keys(each));
  if (kinds.length === 0) return "No authentication";
  return kinds.includes("publishableKey")
    ? "Secret key, or publishable key with a feedback token"
    : "Secret key";
}

const places = [
  ["path", "Path parameters"],
  ["query", "Query parameters"],
  ["header", "Headers"],
] as const;

const parameterGroups = (parameters: readonly ApiParameter[]): ApiOperationReference["parameters"] =>
  places.flatMap(([place, title]) => {
    const own = parameters.filter((parameter) => parameter.in === place);
    const fields = own.map(parameterRow);
    return fields.length > 0 ? [{ title, fields }] : [];
  });

const parameterRow = ({ name, schema, description = "", required = false }: ApiParameter): ApiField =>
  fieldRow(name, { ...schema, description }, required);

/** The path with the values of its example. */
const filledPath = (path: string, parameters: readonly ApiParameter[]): string =>
  examplesIn("path", parameters).reduce((so, [name, value]) => so.replace(`{${name}}`, value), path);

/** The values of an example, as an address or a form has them. */
const examplesIn = (place: ApiParameter["in"], parameters: readonly ApiParameter[]): [string, string][] =>
  parameters
    .filter((parameter) => parameter.in === place && parameter.example !== undefined)
    .map(({ name, example }) => [name, encodeURI(String(example))]);

import type { ApiField, ApiForm } from "#components/docs/api-reference.ts";
import type { ApiSchema } from "#lib/platform/route/index.ts";
import { nameOf, schemaId, typePieces } from "./type-pieces.ts";

/** The forms of a body or an answer: more than one where it is one of several. */
export function schemaForms(schema: ApiSchema): ApiForm[] {
  const choices = (schema.anyOf ?? schema.oneOf ?? []).filter(({ type }) => type !== "null");
  if (choices.length < 2) return [{ title: "", fields: rowsOf(choices[0] ?? schema, "") }];
  return choices.map((choice, index) => ({
    title: index === 0 ? "Either" : "Or",
    fields: rowsOf(choice, ""),
  }));
}

/** The rows of a schema whose fields stand under a prefix. */
function rowsOf(schema: ApiSchema, prefix: string): ApiField[] {
  if (schema.$ref) return [wholeOf(schema.$ref, prefix)];
  if (schema.allOf) return schema.allOf.flatMap((part) => rowsOf(part, prefix));
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    fieldRow(prefix + name, field, schema.required?.includes(name) ?? false),
    ...inner(field, prefix + name),
  ]);
}

/** One row for all the fields of a named schema. */
const wholeOf = (ref: string, prefix: string): ApiField => ({
  name: `${prefix}…`,
  type: [{ text: nameOf(ref), href: `#${schemaId(nameOf(ref))}` }],
  required: true,
  about: `All fields of \`${nameOf(ref)}\`.`,
  limits: [],
});

/** The rows of what is inside a field: of an object without a name, or of a list of such. */
function inner(field: ApiSchema, path: string): ApiField[] {
  if (field.$ref || field.enum) return [];
  const choices = (field.anyOf ?? field.oneOf ?? []).filter(({ type }) => type !== "null");
  if (choices.length > 0) return choices.flatMap((choice) => (choice.$ref ? [] : inner(choice, path)));
  if (field.items)
    return field.items.allOf || field.items.properties
      ? rowsOf(field.items, `${path}[].`)
      : inner(field.items, `${path}[]`);
  return field.properties || (field.allOf && field.allOf.length > 1) ? rowsOf(field, `${path}.`) : [];
}

/** The row of a field or a parameter. */
export const fieldRow = (name: string, schema: ApiSchema, required: boolean): ApiField => ({
  name,
  type: typePieces(schema),
  required,
  about: schema.description ?? "",
  limits: limitsOf(schema),
});

function limitsOf(schema: ApiSchema): string[] {
  const { minimum, maximum, minItems, maxItems, maxLength } = schema;
  const limits: string[] = [];
  if (minimum !== undefined && maximum !== undefined) limits.push(`${minimum} to ${maximum}`);
  else if (minimum !== undefined && minimum !== 0) limits.push(`at least ${minimum}`);
  else if (maximum !== undefined) limits.push(`at most ${maximum}`);
  if (maxLength !== undefined) limits.push(`at most ${maxLength.toLocaleString("en")} characters`);
  if (maxItems !== undefined && minItems === maxItems) limits.push(`${maxItems} items`);
  else if (maxItems !== undefined) limits.push(`at most ${maxItems.toLocaleString("en")} items`);
  if (schema.default !== undefined) limits.push(`default: ${JSON.stringify(schema.default)}`);
  return limits;
}

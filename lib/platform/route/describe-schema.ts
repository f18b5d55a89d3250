import type { ApiSchema } from "./api-document.ts";

/** The description of a field wherever it occurs, and an example. */
export interface FieldDescriptions {
  about: string;
  example?: unknown;
}

/** Descriptions of fields by name. */
export type Glossary = Readonly<Record<string, FieldDescriptions>>;

/** A schema in which fields without a description get the one from the glossary. */
export function wordSchema(schema: ApiSchema, glossary: Glossary): ApiSchema {
  const word = (part: ApiSchema) => wordSchema(part, glossary);
  const several = (parts: ApiSchema[]) => parts.map(word);
  return {
    ...withoutNoise(schema),
    ...(schema.properties ? { properties: wordFields(schema.properties, glossary) } : {}),
    ...(schema.items ? { items: word(schema.items) } : {}),
    ...(schema.anyOf ? { anyOf: several(schema.anyOf) } : {}),
    ...(schema.oneOf ? { oneOf: several(schema.oneOf) } : {}),
    ...(schema.allOf ? { allOf: several(schema.allOf) } : {}),
  };
}

const wordFields = (fields: Record<string, ApiSchema>, glossary: Glossary) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      wordField(name, wordSchema(field, glossary), glossary),
    ]),
  );

/** A field with the glossary's description for its name, if it has none. */
export function wordField(name: string, field: ApiSchema, glossary: Glossary): ApiSchema {
  const words = glossary[name];
  if (!words) return field;
  const { about, example } = words;
  const illustrated = example === undefined || field.$ref || field.example !== undefined || field.examples;
  return {
    ...field,
    description: field.description ?? about,
    ...(illustrated || !takes(field, example) ? {} : { examples: [example] }),
  };
}

/** Whether an example from the glossary has a field's type: the same name may have another type elsewhere. */
function takes({ type, enum: values, const: only, items, anyOf = [] }: ApiSchema, example: unknown): boolean {
  if (values) return values.includes(example);
  if (only !== undefined) return false;
  if (anyOf.length > 0) return anyOf.some((choice) => takes(choice, example));
  if (Array.isArray(example)) return type === "array" && takes(items ?? {}, example[0]);
  return [type].flat().some((each) => (each === "integer" ? "number" : each) === typeof example);
}

/** Integers in a URL. */
const DIGITS = "^\\d{1,9}$";

/** A schema without zod's noise: the bounds of JavaScript's integers, and patterns for dates. */
function withoutNoise(schema: ApiSchema): ApiSchema {
  const { minimum, maximum, pattern, ...rest } = schema;
  if (pattern === DIGITS) return { ...rest, type: "integer", minimum: 0 };
  return {
    ...rest,
    ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? {} : { minimum }),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
    ...(pattern === undefined || rest.format?.startsWith("date") ? {} : { pattern }),
  };
}

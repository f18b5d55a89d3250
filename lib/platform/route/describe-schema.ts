import type { ApiSchema } from "./api-document.ts";

/** What a field is, wherever it stands, and a value that it may have. */
export interface FieldDescriptions {
  about: string;
  example?: unknown;
}

/** Words for fields, by their names. */
export type Glossary = Readonly<Record<string, FieldDescriptions>>;

/** A schema in which every field that says nothing of itself is told by the glossary. */
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

/** A field with the words that the glossary has for its name, where it has none of its own. */
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

/** Whether an example of the glossary's is of a field's type: the same name may be something else elsewhere. */
function takes({ type, enum: values, const: only, items, anyOf = [] }: ApiSchema, example: unknown): boolean {
  if (values) return values.includes(example);
  if (only !== undefined) return false;
  if (anyOf.length > 0) return anyOf.some((choice) => takes(choice, example));
  if (Array.isArray(example)) return type === "array" && takes(items ?? {}, example[0]);
  return [type].flat().some((each) => (each === "integer" ? "number" : each) === typeof example);
}

/** Whole numbers as they stand in an address. */
const DIGITS = "^\\d{1,9}$";

/** A schema without what zod adds and nobody reads: the bounds of JavaScript's integers, and dates spelled as patterns. */
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

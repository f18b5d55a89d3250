import type { ApiSchema } from "./api-document.ts";

const byFormat: Record<string, string> = {
  "date-time": "2026-11-21T09:30:00.000Z",
  date: "2026-11-21",
};

/** A value that a schema describes: its own example, or one put together of its parts; what may be absent is. */
export function exampleValue(schema: ApiSchema, named: Readonly<Record<string, ApiSchema>>): unknown {
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

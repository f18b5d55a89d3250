import type { TypePiece } from "#components/docs/api-reference.ts";
import type { ApiSchema } from "#lib/platform/route/index.ts";

/** The name in a reference to a named schema. */
export const nameOf = (ref: string): string => ref.split("/").at(-1) ?? "";

/** The place of a named schema on the page. */
export const schemaId = (name: string): string => `schema-${name.toLowerCase()}`;

/** How the type of a schema is called: names of schemas lead to them. */
export function typePieces(schema: ApiSchema): TypePiece[] {
  if (schema.$ref) return [{ text: nameOf(schema.$ref), href: `#${schemaId(nameOf(schema.$ref))}` }];
  if (schema.const !== undefined) return [{ text: JSON.stringify(schema.const) }];
  if (schema.enum) return [{ text: schema.enum.map((value) => JSON.stringify(value)).join(" | ") }];
  const [only, ...others] = schema.allOf ?? [];
  if (only && others.length === 0) return typePieces(only);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return joined(choices.map(typePieces));
  const types = [schema.type ?? (schema.properties || schema.allOf ? "object" : "any")].flat();
  return joined(types.map((type) => plainPieces(type, schema)));
}

function plainPieces(type: string, { items = {}, format }: ApiSchema): TypePiece[] {
  if (type === "array") {
    const pieces = typePieces(items);
    const simple = pieces.length === 1 && !pieces[0]?.text.includes(" | ");
    return simple ? [...pieces, { text: "[]" }] : [{ text: "(" }, ...pieces, { text: ")[]" }];
  }
  return [{ text: type === "string" && format ? format : type }];
}

/** Types of which one holds, each said once. */
function joined(types: TypePiece[][]): TypePiece[] {
  const distinct = [...new Map(types.map((pieces) => [JSON.stringify(pieces), pieces])).values()];
  return distinct.flatMap((pieces, index) => (index === 0 ? pieces : [{ text: " | " }, ...pieces]));
}

import fc from "fast-check";
import { z } from "zod";

type JsonSchema = z.core.JSONSchema.BaseSchema;
type Arbitrary = fc.Arbitrary<unknown>;

/** Deeper than this, what a schema allows without end is null. */
const DEPTH_MAX = 4;
/** Longest list that is drawn item by item. */
const ITEMS_MAX = 6;

/** Fields whose schema cannot say what fits, or whose values should meet again; by name. */
export type Familiar = Record<string, Arbitrary>;

/** Bodies that a zod schema describes, as far as JSON Schema can tell of it; a refinement may still refuse one. */
export function bodiesOf(schema: z.ZodType, familiar: Familiar): Arbitrary {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
  return arbitraryOf(json, { definitions: json.$defs ?? {}, familiar, depth: 0 });
}

interface Context {
  definitions: Record<string, JsonSchema>;
  familiar: Familiar;
  depth: number;
}

function arbitraryOf(schema: JsonSchema, context: Context): Arbitrary {
  if (schema.$ref) return referred(schema.$ref, context);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return oneOf(choices as JsonSchema[], context);
  if (Array.isArray(schema.type))
    return oneOf(
      (schema.type as string[]).map((type) => ({ ...schema, type }) as JsonSchema),
      context,
    );
  switch (schema.type) {
    case "string":
      return text(schema);
    case "integer":
      return fc.integer(bounds(schema, -1_000, 100_000));
    case "number":
      return fc.double({ ...bounds(schema, -1e6, 1e6), noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return list(schema, context);
    case "object":
      return object(schema, context);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** The first choice is what is meant, null is what is sent for want of it. */
const oneOf = (choices: readonly JsonSchema[], context: Context): Arbitrary =>
  fc.oneof(
    ...choices.map((choice) => ({
      arbitrary: arbitraryOf(choice, context),
      weight: choice.type === "null" ? 1 : 4,
    })),
  );

function referred(reference: string, context: Context): Arbitrary {
  const schema = context.definitions[reference.split("/").at(-1) ?? ""];
  if (!schema) throw new Error(`The schema refers to ${reference}, which it does not define.`);
  if (context.depth >= DEPTH_MAX) return fc.constant(null);
  return arbitraryOf(schema, { ...context, depth: context.depth + 1 });
}

function text({ format, minLength = 0, maxLength = 1_000 }: JsonSchema): Arbitrary {
  if (format === "date-time") {
    const span = {
      min: new Date("1970-01-02T00:00:00Z"),
      max: new Date("2026-01-01T00:00:00Z"),
      noInvalidDate: true,
    };
    return fc.date(span).map((date) => date.toISOString());
  }
  return fc.string({ unit: "grapheme", minLength, maxLength: Math.min(maxLength, 40) });
}

const bounds = ({ minimum, maximum }: JsonSchema, min: number, max: number) => ({
  min: Math.max(minimum ?? min, min),
  max: Math.min(maximum ?? max, max),
});

const list = ({ items, minItems = 0, maxItems = ITEMS_MAX }: JsonSchema, context: Context): Arbitrary =>
  fc.array(items ? arbitraryOf(items as JsonSchema, context) : fc.jsonValue(), {
    minLength: minItems,
    maxLength: Math.max(minItems, Math.min(maxItems, ITEMS_MAX)),
  });

function object(schema: JsonSchema, context: Context): Arbitrary {
  const { properties, required = [], additionalProperties } = schema;
  if (!properties) {
    const value =
      typeof additionalProperties === "object" ? arbitraryOf(additionalProperties, context) : fc.jsonValue();
    return fc.dictionary(fc.string({ maxLength: 20 }), value, { maxKeys: 4 });
  }
  const fields = Object.entries(properties).map(([name, field]): [string, Arbitrary] => {
    const usual = arbitraryOf(field as JsonSchema, context);
    const known = context.familiar[name];
    return [name, known ? fc.oneof({ arbitrary: known, weight: 6 }, { arbitrary: usual, weight: 1 }) : usual];
  });
  const must = fields.filter(([name]) => required.includes(name));
  const may = fields.filter(([name]) => !required.includes(name));
  return fc
    .tuple(
      fc.record(Object.fromEntries(must), { noNullPrototype: true }),
      fc
        .subarray(may, { maxLength: Math.min(may.length, ITEMS_MAX) })
        .chain((chosen) => fc.record(Object.fromEntries(chosen), { noNullPrototype: true })),
    )
    .map(([needed, chosen]) => ({ ...needed, ...chosen }));
}

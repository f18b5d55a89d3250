import type { JsonValue } from "@openfeature/server-sdk";

/** The types that a flag can be asked for. */
export interface ValueTypes {
  boolean: boolean;
  string: string;
  number: number;
  object: JsonValue;
}

/** The value that each variant of an experiment stands for. */
export type VariantValues = Readonly<Record<string, JsonValue>>;

/** Names of variants that are switches. */
const switches: Readonly<Record<string, boolean>> = { on: true, true: true, off: false, false: false };

/**
 * The value of a variant as a type; undefined if it has none of that type. A variant stands for what `values` says, or
 * else for its own name: as a string, as a boolean if it is called on, off, true or false, and as a number if it is one.
 */
export function variantValue<Type extends keyof ValueTypes>(
  type: Type,
  variant: string,
  values: VariantValues | undefined,
): ValueTypes[Type] | undefined {
  const given = values && Object.hasOwn(values, variant) ? values[variant] : undefined;
  const value = given === undefined ? namedValue(type, variant) : given;
  const fits = type === "object" ? typeof value === "object" && value !== null : typeof value === type;
  return fits ? (value as ValueTypes[Type]) : undefined;
}

function namedValue(type: keyof ValueTypes, variant: string): JsonValue | undefined {
  if (type === "string") return variant;
  if (type === "boolean") return Object.hasOwn(switches, variant) ? switches[variant] : undefined;
  if (type === "number") return /^-?\d+(\.\d+)?$/.test(variant) ? Number(variant) : undefined;
  return undefined;
}

import { z } from "zod";
import { type Dimension, type DimensionParam, dimensionNames, dimensions } from "./dimensions.ts";
import { idSchema } from "./fields.ts";

/** Which answers: those with these values; of all where none is named. */
export type Scope = { readonly [Name in Dimension]?: string };

/** A scope as the API and the database have it: its keys are the names of query parameters. */
export const scopeSchema = z.strictObject(
  Object.fromEntries(
    dimensionNames.map((name) => [dimensions[name].param, idSchema.optional()]),
  ) as unknown as Record<DimensionParam, z.ZodOptional<typeof idSchema>>,
);

/** A scope as the API and the database have it. */
export type ScopeJson = { [Param in DimensionParam]?: string | undefined };

/** A scope with the names of query parameters as keys. */
export const scopeJson = (scope: Scope): ScopeJson =>
  Object.fromEntries(
    dimensionNames.flatMap((name) =>
      scope[name] === undefined ? [] : [[dimensions[name].param, scope[name]]],
    ),
  );

/** The scope of such an object. */
export const scopeOfJson = (json: ScopeJson): Scope =>
  Object.fromEntries(
    dimensionNames.flatMap((name) => {
      const value = json[dimensions[name].param];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** Whether every value that `wide` names is also `narrow`'s. */
export const containsScope = (wide: Scope, narrow: Scope): boolean =>
  dimensionNames.every((name) => wide[name] === undefined || wide[name] === narrow[name]);

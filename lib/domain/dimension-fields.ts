import type { z } from "zod";
import { type Dimension, dimensions } from "./dimensions.ts";
import { idSchema } from "./fields.ts";

// Apart from the dimensions, which pages take into the browser: it needs no schemas.

/** The query parameters for some dimensions, each with its description and an optional common addition. */
export const dimensionFields = <Names extends Dimension>(names: readonly Names[], more = "") =>
  Object.fromEntries(
    names.map((name) => {
      const { param, filters } = dimensions[name];
      return [param, idSchema.optional().describe(`${filters}${more}`)];
    }),
  ) as Record<(typeof dimensions)[Names]["param"], z.ZodOptional<typeof idSchema>>;

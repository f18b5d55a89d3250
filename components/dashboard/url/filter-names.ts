import { type DimensionParam, dimensionNames, dimensions } from "#lib/domain/dimensions.ts";

/** A filter, by its name in the URL; variants have no menu. */
export type FilterName = Exclude<DimensionParam, "variant">;

/** Every page of metrics offers all of them and passes them on to the next page. */
export const filterNames = dimensionNames
  .map((name) => dimensions[name].param)
  .filter((param): param is FilterName => param !== "variant");

/** Names the filters of which answers have no value, by commas: none=prompt_version. */
export const NONE_NAME = "none";

/** Those that an answer may lack and that are counted where it does. */
export const lackableNames = ["prompt_template", "prompt_version"] as const satisfies readonly FilterName[];

/** What chooses the window, by its name in the address. */
export const windowNames = ["days", "from", "to", "compare"] as const;

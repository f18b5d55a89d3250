export { type ExposureRow, exposureRow } from "./exposure-row.ts";
export { exposureBodySchema, exposureObjectSchema } from "./schema.ts";
export { insertExposures } from "./store.ts";

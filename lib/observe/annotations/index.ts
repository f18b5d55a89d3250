export { type AnnotationRow, annotationRow } from "./annotation-row.ts";
export { type AnnotationBody, annotationBodySchema } from "./schema.ts";
export { insertAnnotations } from "./store.ts";

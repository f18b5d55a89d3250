export { type AnnotationRow, annotationRow } from "./annotation-row.ts";
export { newestAnnotation } from "./newest-store.ts";
export type { Passage } from "./passages.ts";
export { markedPassages } from "./passages-store.ts";
export { type AnnotationBody, annotationBodySchema, annotationObjectSchema } from "./schema.ts";
export { insertAnnotations } from "./store.ts";
export { withdrawAnnotation } from "./withdraw-annotation.ts";

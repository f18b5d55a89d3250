import { hangingStore } from "../interactions/index.ts";
import type { AnnotationRow } from "./annotation-row.ts";

/** Stores annotations; of the same id the first stays. */
export const insertAnnotations = hangingStore<AnnotationRow>({
  name: "annotations",
  idColumn: "annotation_id",
  timeColumn: "created_at",
  columns: {
    project_id: "uuid",
    annotation_id: "text",
    interaction_id: "text",
    quote_exact: "text",
    quote_prefix: "text",
    quote_suffix: "text",
    position_start: "int",
    position_end: "int",
    category: "text",
    comment: "text",
    user_hash: "text",
    session_id: "text",
    created_at: "timestamptz",
  },
});

import type { z } from "zod";
import type { viewSchema } from "./schema.ts";
import type { SavedView } from "./store.ts";

/** Converts a saved view to API JSON. */
export const viewJson = ({ viewId, name, query }: SavedView): z.input<typeof viewSchema> => ({
  view_id: viewId,
  name,
  query,
});

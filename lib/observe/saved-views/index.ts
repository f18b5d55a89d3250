export { viewJson } from "./reply.ts";
export { newViewSchema, viewChangeSchema, viewParamsSchema, viewSchema } from "./schema.ts";
export { changeView, deleteView, listViews, type SavedView, saveView } from "./store.ts";

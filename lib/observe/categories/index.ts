export { learnCategories } from "./learn-categories-store.ts";
export {
  categoryListSchema,
  categoryParamsSchema,
  decideCategorySchema,
  decidedCategorySchema,
  projectCategoryParamsSchema,
} from "./schema.ts";
export {
  type DecidedCategory,
  decideCategory,
  decidedCategories,
  type OfferedCategories,
  offeredCategories,
  recountLearned,
} from "./store.ts";

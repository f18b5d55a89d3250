-- AlterTable
ALTER TABLE "metric_slices" ADD COLUMN     "ratings" INTEGER NOT NULL DEFAULT 0;

-- What was counted by type is one number now.
UPDATE "metric_slices" AS slice SET "ratings" = part.count
FROM (
  SELECT "project_id", "cube", "width", "start", "feature_name", "model_name", "prompt_template", "prompt_version",
    "variant", "cohort", sum("count") AS count
  FROM "metric_slice_parts" WHERE "kind" = 'rating_type'
  GROUP BY "project_id", "cube", "width", "start", "feature_name", "model_name", "prompt_template", "prompt_version",
    "variant", "cohort"
) AS part
WHERE (slice."project_id", slice."cube", slice."width", slice."start", slice."feature_name", slice."model_name",
    slice."prompt_template", slice."prompt_version", slice."variant", slice."cohort")
  = (part."project_id", part."cube", part."width", part."start", part."feature_name", part."model_name",
    part."prompt_template", part."prompt_version", part."variant", part."cohort");
ALTER TABLE "metric_slices" ALTER COLUMN "ratings" DROP DEFAULT;

-- Categories are counted beside a thumbs-down, as before, and beside any other rating, no longer beside all.
UPDATE "metric_slice_parts" AS part SET "count" = part."count" - down."count"
FROM "metric_slice_parts" AS down
WHERE part."kind" = 'category' AND down."kind" = 'category_down'
  AND (part."project_id", part."cube", part."width", part."start", part."feature_name", part."model_name",
    part."prompt_template", part."prompt_version", part."variant", part."cohort", part."name")
  = (down."project_id", down."cube", down."width", down."start", down."feature_name", down."model_name",
    down."prompt_template", down."prompt_version", down."variant", down."cohort", down."name");
DELETE FROM "metric_slice_parts" WHERE "kind" = 'rating_type' OR ("kind" = 'category' AND "count" = 0);
UPDATE "metric_slice_parts" SET "kind" = 'category_else' WHERE "kind" = 'category';

-- What was counted by a row for each name is folded into one row a kind; nothing is counted again.
CREATE TABLE "folded_parts" AS
SELECT "project_id", "cube", "width", "kind", "start", "feature_name", "model_name", "prompt_template", "prompt_version", "variant", "cohort",
  array_agg("name" ORDER BY "name" COLLATE "C") AS names, array_agg("count" ORDER BY "name" COLLATE "C") AS counts,
  CASE WHEN bool_or("sum" <> 0) THEN array_agg("sum" ORDER BY "name" COLLATE "C") ELSE '{}' END AS sums,
  CASE WHEN bool_or("sum_squares" <> 0) THEN array_agg("sum_squares" ORDER BY "name" COLLATE "C") ELSE '{}' END AS squares
FROM "metric_slice_parts" GROUP BY "project_id", "cube", "width", "kind", "start", "feature_name", "model_name", "prompt_template", "prompt_version", "variant", "cohort";

TRUNCATE "metric_slice_parts";

-- AlterTable
ALTER TABLE "metric_slice_parts" DROP CONSTRAINT "metric_slice_parts_pkey",
DROP COLUMN "count",
DROP COLUMN "name",
DROP COLUMN "sum",
DROP COLUMN "sum_squares",
ADD COLUMN     "counts" INTEGER[],
ADD COLUMN     "names" TEXT[],
ADD COLUMN     "sums" DOUBLE PRECISION[],
ADD COLUMN     "sums_of_squares" DOUBLE PRECISION[],
ADD CONSTRAINT "metric_slice_parts_pkey" PRIMARY KEY ("project_id", "cube", "width", "kind", "start", "feature_name", "model_name", "prompt_template", "prompt_version", "variant", "cohort");

INSERT INTO "metric_slice_parts" ("project_id", "cube", "width", "kind", "start", "feature_name", "model_name", "prompt_template", "prompt_version", "variant", "cohort", "names", "counts", "sums", "sums_of_squares")
SELECT "project_id", "cube", "width", "kind", "start", "feature_name", "model_name", "prompt_template", "prompt_version", "variant", "cohort", names, counts, sums, squares FROM "folded_parts";

DROP TABLE "folded_parts";

-- What slices count by name moves into their own rows, under numbers; nothing is counted again.
CREATE TABLE "metric_names" (
    "project_id" UUID NOT NULL,
    "name_id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "metric_names_pkey" PRIMARY KEY ("project_id","name_id")
);

INSERT INTO "metric_names" ("project_id", "kind", "name")
SELECT DISTINCT "project_id", "kind", "name" FROM "metric_slice_parts" CROSS JOIN unnest("names") AS "name";

CREATE UNIQUE INDEX "metric_names_project_id_kind_name_key" ON "metric_names"("project_id", "kind", "name");

ANALYZE "metric_names";

ALTER TABLE "metric_slices" ADD COLUMN     "part_counts" INTEGER[],
ADD COLUMN     "part_names" INTEGER[],
ADD COLUMN     "part_squares" DOUBLE PRECISION[],
ADD COLUMN     "part_sums" DOUBLE PRECISION[];

UPDATE "metric_slices" AS "slice"
SET "part_names" = "folded"."numbers", "part_counts" = "folded"."counts", "part_sums" = "folded"."sums", "part_squares" = "folded"."squares"
FROM (
  SELECT "project_id", "cube", "width", "start", "feature_name", "model_name", "prompt_template", "prompt_version", "variant", "cohort",
    array_agg("name_id" ORDER BY "name_id") AS "numbers", array_agg("count" ORDER BY "name_id") AS "counts",
    CASE WHEN bool_or("square" <> 0) THEN array_agg("sum" ORDER BY "name_id") END AS "sums",
    CASE WHEN bool_or("square" <> 0) THEN array_agg("square" ORDER BY "name_id") END AS "squares"
  FROM (
    SELECT "part".*, "one"."name", "one"."count", COALESCE("one"."sum", 0) AS "sum", COALESCE("one"."square", 0) AS "square"
    FROM "metric_slice_parts" AS "part"
    CROSS JOIN LATERAL unnest("names", "counts", "sums", "sums_of_squares") AS "one" ("name", "count", "sum", "square")
  ) AS "parts" JOIN "metric_names" USING ("project_id", "kind", "name")
  GROUP BY "project_id", "cube", "width", "start", "feature_name", "model_name", "prompt_template", "prompt_version", "variant", "cohort"
) AS "folded"
WHERE ("slice"."project_id", "slice"."cube", "slice"."width", "slice"."start", "slice"."feature_name", "slice"."model_name", "slice"."prompt_template", "slice"."prompt_version", "slice"."variant", "slice"."cohort")
  = ("folded"."project_id", "folded"."cube", "folded"."width", "folded"."start", "folded"."feature_name", "folded"."model_name", "folded"."prompt_template", "folded"."prompt_version", "folded"."variant", "folded"."cohort");

DROP TABLE "metric_slice_parts";

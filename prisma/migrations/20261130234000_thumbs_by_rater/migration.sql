-- Thumbs that were counted before are counted again, by group of raters; until then their intervals are those of before.
-- This scan comes first, so that the table is not locked while it runs.
INSERT INTO "metric_marks" ("project_id", "minute")
SELECT DISTINCT f."project_id", date_trunc('minute', i."created_at", 'UTC')
FROM "feedback" AS f JOIN "interactions" AS i USING ("project_id", "interaction_id")
WHERE f."rating_type" = 'binary' AND f."source" = 'user';

-- AlterTable
ALTER TABLE "metric_slices" ADD COLUMN     "raters" DECIMAL[];

-- CreateTable
CREATE TABLE "categories" (
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "listed" BOOLEAN NOT NULL,
    "recount" BOOLEAN NOT NULL DEFAULT false,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "categories_pkey" PRIMARY KEY ("project_id","name")
);

-- AddForeignKey
ALTER TABLE "categories" ADD CONSTRAINT "categories_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the widgets offer is listed everywhere, and beside it what ratings of a project name most, up to 50 in all.
INSERT INTO "categories" ("project_id", "name", "listed", "decided_at")
SELECT "project_id", category, true, now() FROM "projects" CROSS JOIN unnest(ARRAY['inaccurate', 'incomplete', 'too_long',
  'off_topic', 'wrong_tone', 'other', 'accurate', 'clear', 'helpful', 'well_written']) AS category;

INSERT INTO "categories" ("project_id", "name", "listed", "decided_at")
SELECT "project_id", category, true, now() FROM (
  SELECT "project_id", category, row_number() OVER (PARTITION BY "project_id" ORDER BY count(*) DESC, category) AS place
  FROM "feedback" CROSS JOIN LATERAL unnest("rating_categories") AS category
  WHERE NOT EXISTS (SELECT FROM "categories" AS c WHERE c."project_id" = "feedback"."project_id" AND c."name" = category)
  GROUP BY "project_id", category
) AS used WHERE place <= 40;

-- What was counted by names beyond those is counted again.
INSERT INTO "metric_marks" ("project_id", "minute")
SELECT DISTINCT f."project_id", date_trunc('minute', i."created_at", 'UTC')
FROM "feedback" AS f JOIN "interactions" AS i USING ("project_id", "interaction_id")
WHERE EXISTS (
  SELECT FROM unnest(f."rating_categories") AS category
  WHERE NOT EXISTS (SELECT FROM "categories" AS c WHERE c."project_id" = f."project_id" AND c."name" = category)
);

-- CreateTable
CREATE TABLE "combination" (
    "project_id" UUID NOT NULL,
    "combination_id" UUID NOT NULL,
    "feature_name" TEXT NOT NULL,
    "model_name" TEXT NOT NULL,
    "prompt_template" TEXT NOT NULL,
    "prompt_version" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "tenant" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "segment" TEXT NOT NULL,
    "last_hour" TIMESTAMPTZ(0) NOT NULL,

    CONSTRAINT "combination_pkey" PRIMARY KEY ("project_id","combination_id")
);

-- CreateTable
CREATE TABLE "combination_hour" (
    "project_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "combination_id" UUID NOT NULL,
    "thumbs" INTEGER NOT NULL,
    "thumbs_down" INTEGER NOT NULL,
    "categories" JSONB,
    "raters" INTEGER[],
    "raters_below" INTEGER NOT NULL,
    "users" INTEGER[],
    "users_below" INTEGER NOT NULL,

    CONSTRAINT "combination_hour_pkey" PRIMARY KEY ("project_id","hour","combination_id")
);

-- CreateTable
CREATE TABLE "combination_mark" (
    "project_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "mark_id" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "combination_mark_pkey" PRIMARY KEY ("project_id","hour","mark_id")
);

-- What there is already is counted by the first look for problems.
INSERT INTO combination_mark (project_id, hour)
SELECT projects.project_id, slice.start FROM projects CROSS JOIN LATERAL (
  SELECT DISTINCT start FROM metric_slices WHERE metric_slices.project_id = projects.project_id
    AND cube = 'core' AND width = 'hour' AND start >= now() - interval '43 days'
) AS slice;

-- CreateTable
CREATE TABLE "metric_values" (
    "project_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "dimension" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "metric_values_pkey" PRIMARY KEY ("project_id","day","dimension","value")
);

-- Few days have more values than are counted apart, and most have none: found without reading the others.
CREATE INDEX "metric_values_beyond_idx" ON "metric_values"("project_id", "day") WHERE "value" = '.';

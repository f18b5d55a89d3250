-- CreateTable
CREATE TABLE "experiment_exposure" (
    "project_id" UUID NOT NULL,
    "experiment" TEXT NOT NULL,
    "rater_key" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "exposed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "experiment_exposure_pkey" PRIMARY KEY ("project_id","experiment","rater_key","variant")
);

-- CreateIndex
CREATE INDEX "experiment_exposure_project_id_exposed_at_idx" ON "experiment_exposure"("project_id", "exposed_at");

-- AddForeignKey
ALTER TABLE "experiment_exposure" ADD CONSTRAINT "experiment_exposure_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

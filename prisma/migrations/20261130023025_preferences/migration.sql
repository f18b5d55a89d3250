-- AlterEnum
ALTER TYPE "AwaitingKind" ADD VALUE 'preference';

-- CreateTable
CREATE TABLE "preferences" (
    "project_id" UUID NOT NULL,
    "preference_id" TEXT NOT NULL,
    "preferred_id" TEXT NOT NULL,
    "rejected_id" TEXT NOT NULL,
    "tie" BOOLEAN NOT NULL,
    "source" "FeedbackSource" NOT NULL DEFAULT 'user',
    "rater" TEXT NOT NULL,
    "comment" TEXT,
    "user_hash" TEXT,
    "session_id" TEXT,
    "fingerprint" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "preferences_pkey" PRIMARY KEY ("project_id","preference_id")
);

-- CreateIndex
CREATE INDEX "preferences_project_id_created_at_idx" ON "preferences"("project_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "preferences_project_id_preferred_id_idx" ON "preferences"("project_id", "preferred_id");

-- CreateIndex
CREATE INDEX "preferences_project_id_rejected_id_idx" ON "preferences"("project_id", "rejected_id");

-- AddForeignKey
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_project_id_preferred_id_fkey" FOREIGN KEY ("project_id", "preferred_id") REFERENCES "interactions"("project_id", "interaction_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preferences" ADD CONSTRAINT "preferences_project_id_rejected_id_fkey" FOREIGN KEY ("project_id", "rejected_id") REFERENCES "interactions"("project_id", "interaction_id") ON DELETE CASCADE ON UPDATE CASCADE;

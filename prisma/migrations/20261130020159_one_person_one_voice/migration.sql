-- CreateEnum
CREATE TYPE "WriteBudget" AS ENUM ('feedback', 'signals');

-- AlterTable
ALTER TABLE "annotations" ADD COLUMN     "rater" TEXT;

-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "voters_per_address" INTEGER NOT NULL DEFAULT 5,
ADD COLUMN     "voters_per_answer" INTEGER NOT NULL DEFAULT 5;

-- AlterTable
ALTER TABLE "write_allowances" DROP CONSTRAINT "write_allowances_pkey",
ADD COLUMN     "budget" "WriteBudget" NOT NULL DEFAULT 'feedback',
ADD CONSTRAINT "write_allowances_pkey" PRIMARY KEY ("project_id", "key_id", "client", "budget");

-- CreateTable
CREATE TABLE "voters" (
    "project_id" UUID NOT NULL,
    "interaction_id" TEXT NOT NULL,
    "rater" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "voters_pkey" PRIMARY KEY ("project_id","interaction_id","rater")
);

-- CreateTable
CREATE TABLE "ballots" (
    "project_id" UUID NOT NULL,
    "interaction_id" TEXT NOT NULL,
    "refused_at" TIMESTAMPTZ(3),

    CONSTRAINT "ballots_pkey" PRIMARY KEY ("project_id","interaction_id")
);

-- CreateIndex
CREATE INDEX "voters_created_at_idx" ON "voters"("created_at");

-- AddForeignKey
ALTER TABLE "voters" ADD CONSTRAINT "voters_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

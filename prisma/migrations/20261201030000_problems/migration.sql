-- CreateEnum
CREATE TYPE "ProblemState" AS ENUM ('open', 'fixing', 'fixed', 'verified', 'regressed', 'snoozed', 'faded');

-- CreateEnum
CREATE TYPE "ProblemKind" AS ENUM ('rate', 'category');

-- CreateEnum
CREATE TYPE "ProblemAgainst" AS ENUM ('own', 'project');

-- AlterTable
ALTER TABLE "installations" ADD COLUMN     "origin" TEXT;

-- CreateTable
CREATE TABLE "problem" (
    "project_id" UUID NOT NULL,
    "problem_id" UUID NOT NULL,
    "kind" "ProblemKind" NOT NULL,
    "category" TEXT,
    "against" "ProblemAgainst" NOT NULL,
    "scope" JSONB NOT NULL,
    "title" TEXT NOT NULL,
    "state" "ProblemState" NOT NULL DEFAULT 'open',
    "owner" TEXT,
    "link" JSONB,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "fixed_at" TIMESTAMPTZ(3),
    "verified_at" TIMESTAMPTZ(3),
    "snoozed_until" TIMESTAMPTZ(3),
    "restarted_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "usual" DOUBLE PRECISION NOT NULL,
    "usual_of" INTEGER NOT NULL,
    "n" INTEGER NOT NULL,
    "bad" INTEGER NOT NULL,
    "expected" DOUBLE PRECISION NOT NULL,
    "dispersion" DOUBLE PRECISION NOT NULL,
    "raters" INTEGER NOT NULL,
    "met" INTEGER NOT NULL,
    "worse" DOUBLE PRECISION NOT NULL,
    "harm" DOUBLE PRECISION NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "problem_pkey" PRIMARY KEY ("project_id","problem_id")
);

-- CreateTable
CREATE TABLE "problem_step" (
    "project_id" UUID NOT NULL,
    "problem_id" UUID NOT NULL,
    "step_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from_state" "ProblemState",
    "to_state" "ProblemState" NOT NULL,
    "link" JSONB,
    "by" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "problem_step_pkey" PRIMARY KEY ("project_id","problem_id","step_id")
);

-- CreateTable
CREATE TABLE "problem_look" (
    "project_id" UUID NOT NULL,
    "looked_at" TIMESTAMPTZ(3) NOT NULL,
    "usual_of" INTEGER NOT NULL,
    "groups" INTEGER NOT NULL,

    CONSTRAINT "problem_look_pkey" PRIMARY KEY ("project_id")
);

-- AddForeignKey
ALTER TABLE "problem" ADD CONSTRAINT "problem_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_step" ADD CONSTRAINT "problem_step_project_id_problem_id_fkey" FOREIGN KEY ("project_id", "problem_id") REFERENCES "problem"("project_id", "problem_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_look" ADD CONSTRAINT "problem_look_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

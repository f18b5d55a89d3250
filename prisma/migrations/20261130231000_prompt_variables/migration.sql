-- AlterTable
ALTER TABLE "interactions" ADD COLUMN     "prompt_variables" JSONB;

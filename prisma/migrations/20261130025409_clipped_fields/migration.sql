-- AlterTable
ALTER TABLE "interactions" ADD COLUMN     "clipped" JSONB,
ADD COLUMN     "tool_calls" JSONB;

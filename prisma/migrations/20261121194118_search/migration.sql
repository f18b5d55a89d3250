-- CreateTable
CREATE TABLE "search_documents" (
    "project_id" UUID NOT NULL,
    "interaction_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "search_documents_pkey" PRIMARY KEY ("project_id","interaction_id")
);

-- CreateTable
CREATE TABLE "search_marks" (
    "project_id" UUID NOT NULL,
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "interaction_id" TEXT NOT NULL DEFAULT '',
    "mark_id" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "search_marks_pkey" PRIMARY KEY ("project_id","minute","interaction_id","mark_id")
);

-- CreateIndex
CREATE INDEX "search_documents_words_idx" ON "search_documents" USING GIN ("words");

-- AddForeignKey
ALTER TABLE "search_documents" ADD CONSTRAINT "search_documents_project_id_interaction_id_fkey" FOREIGN KEY ("project_id", "interaction_id") REFERENCES "interactions"("project_id", "interaction_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable: the words lie apart from the keys and times, of which one page then holds dozens: what is found is sorted
-- by its time, and its words are not read.
ALTER TABLE "search_documents" SET (toast_tuple_target = 128);

-- AlterIndex: what was just written is looked through word by word by every search until it is sorted in.
ALTER INDEX "search_documents_words_idx" SET (gin_pending_list_limit = 1024);

-- CreateIndex: the turns of one session, in their order.
CREATE INDEX "interactions_session_idx" ON "interactions"("project_id", "session_id", "created_at" DESC) WHERE "session_id" IS NOT NULL;

-- What is there already waits to be made searchable.
INSERT INTO "search_marks" ("project_id", "minute")
SELECT DISTINCT "project_id", date_trunc('minute', "created_at", 'UTC') FROM "interactions";

-- CreateTable
CREATE TABLE "mail_asked" (
    "project_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_asked_pkey" PRIMARY KEY ("project_id","email")
);

-- AddForeignKey
ALTER TABLE "mail_asked" ADD CONSTRAINT "mail_asked_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

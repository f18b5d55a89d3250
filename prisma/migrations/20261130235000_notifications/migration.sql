-- CreateEnum
CREATE TYPE "ChannelKind" AS ENUM ('webhook', 'slack', 'teams', 'template', 'email');

-- CreateEnum
CREATE TYPE "ChannelState" AS ENUM ('active', 'disabled');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('pending', 'delivered', 'failed', 'dropped');

-- CreateTable
CREATE TABLE "notification_channel" (
    "project_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "kind" "ChannelKind" NOT NULL,
    "name" TEXT NOT NULL,
    "config" JSONB NOT NULL,
    "sealed_url" BYTEA,
    "sealed_secret" BYTEA,
    "previous_secret" BYTEA,
    "previous_until" TIMESTAMPTZ(3),
    "kinds" TEXT[],
    "state" "ChannelState" NOT NULL DEFAULT 'active',
    "disabled_reason" TEXT,
    "failing_since" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notification_channel_pkey" PRIMARY KEY ("project_id","channel_id")
);

-- CreateTable
CREATE TABLE "mail_recipient" (
    "project_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_recipient_pkey" PRIMARY KEY ("project_id","channel_id","email")
);

-- CreateTable
CREATE TABLE "mail_suppression" (
    "project_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_suppression_pkey" PRIMARY KEY ("project_id","email")
);

-- CreateTable
CREATE TABLE "notification_delivery" (
    "project_id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "notification_id" TEXT NOT NULL,
    "recipient" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "claimed_until" TIMESTAMPTZ(3),
    "last_status" INTEGER,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "attempted_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_delivery_pkey" PRIMARY KEY ("project_id","delivery_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notification_channel_project_id_name_key" ON "notification_channel"("project_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "notification_delivery_once_key" ON "notification_delivery"("project_id", "channel_id", "notification_id", "recipient");

-- AddForeignKey
ALTER TABLE "notification_channel" ADD CONSTRAINT "notification_channel_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_recipient" ADD CONSTRAINT "mail_recipient_project_id_channel_id_fkey" FOREIGN KEY ("project_id", "channel_id") REFERENCES "notification_channel"("project_id", "channel_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_suppression" ADD CONSTRAINT "mail_suppression_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_delivery" ADD CONSTRAINT "notification_delivery_project_id_channel_id_fkey" FOREIGN KEY ("project_id", "channel_id") REFERENCES "notification_channel"("project_id", "channel_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is to be sent, by when: looked at every two seconds, and nearly always empty.
CREATE INDEX "notification_delivery_due_idx" ON "notification_delivery"("next_attempt_at") WHERE "state" = 'pending';

-- Addresses that belong to the app itself: "mail" has the page that readers of mail come to.
UPDATE projects AS taken SET slug = (
  SELECT free.slug FROM generate_series(1, 1000) AS number
  CROSS JOIN LATERAL (
    SELECT taken.slug || '-project' || CASE number WHEN 1 THEN '' ELSE '-' || number END AS slug
  ) AS free
  WHERE NOT EXISTS (SELECT FROM projects AS other WHERE other.slug = free.slug)
  ORDER BY number LIMIT 1
)
WHERE slug = 'mail';

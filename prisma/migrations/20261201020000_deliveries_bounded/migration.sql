-- What waits on a channel, and how much of it is being sent.
CREATE INDEX "notification_delivery_waiting_idx" ON "notification_delivery"("project_id", "channel_id") WHERE "state" = 'pending';

-- What is forgotten 90 days after its last attempt.
CREATE INDEX "notification_delivery_ended_idx" ON "notification_delivery"((coalesce("attempted_at", "created_at"))) WHERE "state" <> 'pending';

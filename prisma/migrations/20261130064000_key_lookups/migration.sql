-- A row that is looked up by its key must be found by its key. Where a table is small or was never analysed, every index
-- that begins with project_id costs the planner the same, and the plan is kept while the table grows. These indexes say
-- that their second column is not null, which holds for every row and follows from any condition on that column: a look-up
-- by the key alone has none and cannot use them.
DROP INDEX "interactions_project_id_created_at_interaction_id_idx";
CREATE INDEX "interactions_project_id_created_at_interaction_id_idx" ON "interactions"("project_id", "created_at" DESC, "interaction_id") WHERE "created_at" IS NOT NULL;
DROP INDEX "interactions_project_id_feature_name_created_at_idx";
CREATE INDEX "interactions_project_id_feature_name_created_at_idx" ON "interactions"("project_id", "feature_name", "created_at" DESC) WHERE "feature_name" IS NOT NULL;
DROP INDEX "feedback_project_id_created_at_idx";
CREATE INDEX "feedback_project_id_created_at_idx" ON "feedback"("project_id", "created_at" DESC) WHERE "created_at" IS NOT NULL;
DROP INDEX "annotations_project_id_interaction_id_idx";
CREATE INDEX "annotations_project_id_interaction_id_idx" ON "annotations"("project_id", "interaction_id") WHERE "interaction_id" IS NOT NULL;
DROP INDEX "annotations_project_id_created_at_idx";
CREATE INDEX "annotations_project_id_created_at_idx" ON "annotations"("project_id", "created_at" DESC) WHERE "created_at" IS NOT NULL;
DROP INDEX "signals_project_id_interaction_id_idx";
CREATE INDEX "signals_project_id_interaction_id_idx" ON "signals"("project_id", "interaction_id") WHERE "interaction_id" IS NOT NULL;
DROP INDEX "preferences_project_id_created_at_idx";
CREATE INDEX "preferences_project_id_created_at_idx" ON "preferences"("project_id", "created_at" DESC) WHERE "created_at" IS NOT NULL;
DROP INDEX "preferences_project_id_preferred_id_idx";
CREATE INDEX "preferences_project_id_preferred_id_idx" ON "preferences"("project_id", "preferred_id") WHERE "preferred_id" IS NOT NULL;
DROP INDEX "preferences_project_id_rejected_id_idx";
CREATE INDEX "preferences_project_id_rejected_id_idx" ON "preferences"("project_id", "rejected_id") WHERE "rejected_id" IS NOT NULL;
DROP INDEX "awaited_events_project_id_interaction_id_idx";
CREATE INDEX "awaited_events_project_id_interaction_id_idx" ON "awaited_events"("project_id", "interaction_id") WHERE "interaction_id" IS NOT NULL;
DROP INDEX "awaited_events_project_id_received_at_idx";
CREATE INDEX "awaited_events_project_id_received_at_idx" ON "awaited_events"("project_id", "received_at") WHERE "received_at" IS NOT NULL;
DROP INDEX "interaction_looks_project_id_looked_at_idx";
CREATE INDEX "interaction_looks_project_id_looked_at_idx" ON "interaction_looks"("project_id", "looked_at") WHERE "looked_at" IS NOT NULL;
DROP INDEX "feedback_target_rater_type_key";
CREATE UNIQUE INDEX "feedback_target_rater_type_key" ON "feedback"("project_id", "interaction_id", "rater", "rating_type", "score_name", "scored_session") WHERE "interaction_id" IS NOT NULL;

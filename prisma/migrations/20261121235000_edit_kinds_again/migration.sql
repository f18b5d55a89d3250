-- Corrections that were compared before it was told what edits do are compared again; what was counted of them stands
-- until then.
UPDATE "feedback" SET "edit_distance" = NULL, "edit_kept" = NULL
WHERE "rating_type" = 'correction' AND "edit_distance" IS NOT NULL AND "edit_kinds" = '{}';

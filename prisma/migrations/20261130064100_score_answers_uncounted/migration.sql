-- A figure of scores counts values, as those of thumbs do; how many answers have any is counted no more.
DELETE FROM "metric_slice_parts" WHERE "kind" = 'score_answer';

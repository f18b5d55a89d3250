-- What was counted by model and prompt is added up over all of them, and by feature, by model and by prompt version.
WITH finer AS MATERIALIZED (
  SELECT
    core."project_id", core."width", margin."cube", core."start", margin."feature_name", margin."model_name",
    margin."prompt_template", margin."prompt_version", '' AS "variant", '' AS "cohort", core."last_at",
    core."interactions", core."rated", core."ratings", core."thumbs_up", core."thumbs_down", core."corrections",
    core."measured", core."comments", core."timed", core."priced", core."sized", core."edit_distance",
    core."edit_kept", core."latency_ms", core."cost_usd", core."tokens", core."stars", core."latency_buckets",
    core."latency_counts", core."cost_buckets", core."cost_counts", core."token_buckets", core."token_counts",
    dense_rank() OVER (ORDER BY core."project_id", core."width", core."start", margin.*) AS slice
  FROM "metric_slices" AS core
  CROSS JOIN LATERAL (VALUES
    ('all'::"SliceCube", '', '', '', ''),
    ('feature', core."feature_name", '', '', ''),
    ('model', '', core."model_name", '', ''),
    ('prompt', '', '', core."prompt_template", core."prompt_version")
  ) AS margin ("cube", "feature_name", "model_name", "prompt_template", "prompt_version")
  WHERE core."cube" = 'core'
),
counted AS (
  SELECT slice,
    "project_id", "width", "cube", "start", "feature_name", "model_name", "prompt_template", "prompt_version",
    "variant", "cohort", max("last_at") AS "last_at", sum("interactions") AS "interactions",
    sum("rated") AS "rated", sum("ratings") AS "ratings", sum("thumbs_up") AS "thumbs_up",
    sum("thumbs_down") AS "thumbs_down", sum("corrections") AS "corrections", sum("measured") AS "measured",
    sum("comments") AS "comments", sum("timed") AS "timed", sum("priced") AS "priced", sum("sized") AS "sized",
    sum("edit_distance") AS "edit_distance", sum("edit_kept") AS "edit_kept", sum("latency_ms") AS "latency_ms",
    sum("cost_usd") AS "cost_usd", sum("tokens") AS "tokens",
    ARRAY[sum("stars"[1]), sum("stars"[2]), sum("stars"[3]), sum("stars"[4]), sum("stars"[5])]::int[] AS "stars"
  FROM finer
  GROUP BY slice,
    "project_id", "width", "cube", "start", "feature_name", "model_name", "prompt_template", "prompt_version",
    "variant", "cohort"
),
latencies AS (
  SELECT slice, array_agg(bucket ORDER BY bucket) AS buckets, array_agg(count ORDER BY bucket) AS counts
  FROM (
    SELECT slice, bucket, sum(count)::int AS count
    FROM (SELECT slice, unnest("latency_buckets") AS bucket, unnest("latency_counts") AS count FROM finer) AS bin
    GROUP BY slice, bucket
  ) AS bins GROUP BY slice
),
costs AS (
  SELECT slice, array_agg(bucket ORDER BY bucket) AS buckets, array_agg(count ORDER BY bucket) AS counts
  FROM (
    SELECT slice, bucket, sum(count)::int AS count
    FROM (SELECT slice, unnest("cost_buckets") AS bucket, unnest("cost_counts") AS count FROM finer) AS bin
    GROUP BY slice, bucket
  ) AS bins GROUP BY slice
),
sizes AS (
  SELECT slice, array_agg(bucket ORDER BY bucket) AS buckets, array_agg(count ORDER BY bucket) AS counts
  FROM (
    SELECT slice, bucket, sum(count)::int AS count
    FROM (SELECT slice, unnest("token_buckets") AS bucket, unnest("token_counts") AS count FROM finer) AS bin
    GROUP BY slice, bucket
  ) AS bins GROUP BY slice
)
INSERT INTO "metric_slices" (
    "project_id", "width", "cube", "start", "feature_name", "model_name", "prompt_template", "prompt_version",
    "variant", "cohort", "last_at", "interactions", "rated", "ratings", "thumbs_up", "thumbs_down", "corrections",
    "measured", "comments", "timed", "priced", "sized", "edit_distance", "edit_kept", "latency_ms", "cost_usd",
    "tokens", "stars", "latency_buckets", "latency_counts", "cost_buckets", "cost_counts", "token_buckets",
    "token_counts"
)
SELECT
    counted."project_id", counted."width", counted."cube", counted."start", counted."feature_name",
    counted."model_name", counted."prompt_template", counted."prompt_version", counted."variant", counted."cohort",
    counted."last_at", counted."interactions", counted."rated", counted."ratings", counted."thumbs_up",
    counted."thumbs_down", counted."corrections", counted."measured", counted."comments", counted."timed",
    counted."priced", counted."sized", counted."edit_distance", counted."edit_kept", counted."latency_ms",
    counted."cost_usd", counted."tokens", counted."stars", COALESCE(latencies.buckets, '{}'),
    COALESCE(latencies.counts, '{}'), COALESCE(costs.buckets, '{}'), COALESCE(costs.counts, '{}'),
    COALESCE(sizes.buckets, '{}'), COALESCE(sizes.counts, '{}')
FROM counted
LEFT JOIN latencies USING (slice)
LEFT JOIN costs USING (slice)
LEFT JOIN sizes USING (slice);

INSERT INTO "metric_slice_parts" (
    "project_id", "width", "cube", "start", "feature_name", "model_name", "prompt_template", "prompt_version",
    "variant", "cohort", "kind", "name", "count"
)
SELECT
    core."project_id", core."width", margin."cube", core."start", margin."feature_name", margin."model_name",
    margin."prompt_template", margin."prompt_version", '' AS "variant", '' AS "cohort", core."kind", core."name",
    sum(core."count")
FROM "metric_slice_parts" AS core
  CROSS JOIN LATERAL (VALUES
    ('all'::"SliceCube", '', '', '', ''),
    ('feature', core."feature_name", '', '', ''),
    ('model', '', core."model_name", '', ''),
    ('prompt', '', '', core."prompt_template", core."prompt_version")
  ) AS margin ("cube", "feature_name", "model_name", "prompt_template", "prompt_version")
WHERE core."cube" = 'core'
GROUP BY core."project_id", core."width", core."start", margin."cube", margin."feature_name", margin."model_name",
  margin."prompt_template", margin."prompt_version", core."kind", core."name";

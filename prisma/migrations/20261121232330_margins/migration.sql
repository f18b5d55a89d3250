-- What was counted by model and prompt is added up over all of them, and by feature, by model and by prompt version; what
-- was counted by feature and cohort, by the cohort alone.
WITH finer AS MATERIALIZED (
  SELECT
    counted."project_id", counted."width", margin."cube", counted."start", margin."feature_name", margin."model_name",
    margin."prompt_template", margin."prompt_version", '' AS "variant", margin."cohort", counted."last_at",
    counted."interactions", counted."rated", counted."ratings", counted."thumbs_up", counted."thumbs_down", counted."corrections",
    counted."measured", counted."comments", counted."timed", counted."priced", counted."sized", counted."edit_distance",
    counted."edit_kept", counted."latency_ms", counted."cost_usd", counted."tokens", counted."stars", counted."latency_buckets",
    counted."latency_counts", counted."cost_buckets", counted."cost_counts", counted."token_buckets", counted."token_counts",
    dense_rank() OVER (ORDER BY counted."project_id", counted."width", counted."start", margin.*) AS slice
  FROM "metric_slices" AS counted
  JOIN LATERAL (VALUES
    ('core'::"SliceCube", 'all'::"SliceCube", '', '', '', '', ''),
    ('core', 'feature', counted."feature_name", '', '', '', ''),
    ('core', 'model', '', counted."model_name", '', '', ''),
    ('core', 'prompt', '', '', counted."prompt_template", counted."prompt_version", ''),
    ('tenant', 'tenants', '', '', '', '', counted."cohort"),
    ('language', 'languages', '', '', '', '', counted."cohort"),
    ('segment', 'segments', '', '', '', '', counted."cohort")
  ) AS margin ("of", "cube", "feature_name", "model_name", "prompt_template", "prompt_version", "cohort")
    ON margin."of" = counted."cube"
),
summed AS (
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
    summed."project_id", summed."width", summed."cube", summed."start", summed."feature_name",
    summed."model_name", summed."prompt_template", summed."prompt_version", summed."variant", summed."cohort",
    summed."last_at", summed."interactions", summed."rated", summed."ratings", summed."thumbs_up",
    summed."thumbs_down", summed."corrections", summed."measured", summed."comments", summed."timed",
    summed."priced", summed."sized", summed."edit_distance", summed."edit_kept", summed."latency_ms",
    summed."cost_usd", summed."tokens", summed."stars", COALESCE(latencies.buckets, '{}'),
    COALESCE(latencies.counts, '{}'), COALESCE(costs.buckets, '{}'), COALESCE(costs.counts, '{}'),
    COALESCE(sizes.buckets, '{}'), COALESCE(sizes.counts, '{}')
FROM summed
LEFT JOIN latencies USING (slice)
LEFT JOIN costs USING (slice)
LEFT JOIN sizes USING (slice);

INSERT INTO "metric_slice_parts" (
    "project_id", "width", "cube", "start", "feature_name", "model_name", "prompt_template", "prompt_version",
    "variant", "cohort", "kind", "name", "count"
)
SELECT
    counted."project_id", counted."width", margin."cube", counted."start", margin."feature_name", margin."model_name",
    margin."prompt_template", margin."prompt_version", '' AS "variant", margin."cohort", counted."kind", counted."name",
    sum(counted."count")
FROM "metric_slice_parts" AS counted
  JOIN LATERAL (VALUES
    ('core'::"SliceCube", 'all'::"SliceCube", '', '', '', '', ''),
    ('core', 'feature', counted."feature_name", '', '', '', ''),
    ('core', 'model', '', counted."model_name", '', '', ''),
    ('core', 'prompt', '', '', counted."prompt_template", counted."prompt_version", ''),
    ('tenant', 'tenants', '', '', '', '', counted."cohort"),
    ('language', 'languages', '', '', '', '', counted."cohort"),
    ('segment', 'segments', '', '', '', '', counted."cohort")
  ) AS margin ("of", "cube", "feature_name", "model_name", "prompt_template", "prompt_version", "cohort")
    ON margin."of" = counted."cube"
GROUP BY counted."project_id", counted."width", counted."start", margin."cube", margin."feature_name", margin."model_name",
  margin."prompt_template", margin."prompt_version", margin."cohort", counted."kind", counted."name";

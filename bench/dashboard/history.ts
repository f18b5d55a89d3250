/** Histories of any size have the same days and dimensions, so that costs can be compared. */
export const HISTORY_DAYS = 90;

/** How many of each there are. */
export const DIMENSIONS = {
  features: 8,
  models: 4,
  versions: 3,
  tenants: 40,
  languages: 6,
  segments: 4,
} as const;

/** Answers per rating: four of five are rated. More would only make the raw tables longer. */
const ANSWERS_PER_RATING = 1.25;

/** How many answers a history with this many ratings has. */
export const answersOf = (rows: number): number => Math.ceil(rows * ANSWERS_PER_RATING);

/**
 * SQL: generates the answers numbered $2 to $3, of $4, in project $1; the last one was given before $5.
 * Answers are in order of time, with more during the day than at night. Every feature has one prompt template
 * with a new version every 30 days, so that an hour has few combinations of dimensions and a day has no more.
 */
export const writeAnswers = `
  INSERT INTO interactions (project_id, interaction_id, feature_name, model_name, prompt_template, prompt_version, input,
    response_text, response_latency_ms, input_tokens, output_tokens, token_count, cost_usd, user_hash, session_id, tenant,
    language, segment, created_at, received_at)
  SELECT $1::uuid, 'answer-' || n, 'feature-' || feature, 'model-' || model, 'prompt-' || feature,
    'v' || (1 + floor(moment * ${DIMENSIONS.versions}))::int,
    'How do I return order ' || n || '?', 'You may return it within thirty days: ' || md5(n::text) || '.',
    round(exp(6.5 + 0.3 * model + 0.5 * random_normal()))::int, 200 + (n % 400)::int, 50 + (n % 200)::int,
    250 + (n % 600)::int, round((0.0002 * (1 + model) * (1 + random()))::numeric, 6)::float8,
    'user-' || (n % 5000), 'session-' || n / 4, 'tenant-' || floor(${DIMENSIONS.tenants} * random() ^ 2)::int,
    (ARRAY['en', 'de', 'fr', 'es', 'ja', 'pt'])[1 + floor(${DIMENSIONS.languages} * random() ^ 2)::int],
    'segment-' || floor(${DIMENSIONS.segments} * random())::int, at, at
  FROM generate_series($2::bigint, $3::bigint) AS n
  CROSS JOIN LATERAL (SELECT (n - 0.5) / $4::float8 AS moment) AS place
  CROSS JOIN LATERAL (
    SELECT floor(${DIMENSIONS.features} * random())::int AS feature, floor(${DIMENSIONS.models} * random())::int AS model,
      moment * ${HISTORY_DAYS} AS day
  ) AS chosen
  CROSS JOIN LATERAL (
    SELECT $5::timestamptz - (${HISTORY_DAYS} - (floor(day) + (day - floor(day)) + 0.12 * sin(2 * pi() * (day - floor(day)))))
      * interval '1 day' AS at
  ) AS clock`;

/**
 * SQL: generates the ratings numbered $2 to $3 in project $1: of 20, fourteen thumbs, three stars, two
 * corrections and a comment. Corrections are already compared with their answers.
 */
export const writeRatings = `
  INSERT INTO feedback (project_id, feedback_id, interaction_id, rater, rating_type, rating_value, rating_categories,
    correction_text, feedback_comment, user_hash, edit_distance, edit_kept, edit_kinds, created_at, updated_at)
  SELECT $1::uuid, 'rating-' || n, interaction_id, 'user:' || user_hash, kind::"RatingType",
    CASE kind WHEN 'binary' THEN up WHEN 'stars' THEN 1 + floor(5 * random())::int END,
    CASE WHEN kind = 'binary' AND up = 0 THEN (ARRAY[ARRAY['inaccurate'], ARRAY['too_long'], ARRAY['off_topic'],
      ARRAY['incomplete'], ARRAY['wrong_tone'], ARRAY['formatting']])[1 + (n % 6)::int : 1 + (n % 6)::int] ELSE ARRAY[]::text[] END,
    CASE WHEN kind = 'correction' THEN response_text || ' We pay the postage.' END,
    CASE WHEN kind = 'comment' OR n % 37 = 0 THEN 'It does not say who pays.' END, user_hash,
    CASE WHEN kind = 'correction' THEN 4 END, CASE WHEN kind = 'correction' THEN 1 END,
    CASE WHEN kind = 'correction' THEN ARRAY['longer'] ELSE ARRAY[]::text[] END,
    created_at + interval '40 seconds', created_at + interval '40 seconds'
  FROM generate_series($2::bigint, $3::bigint) AS n
  JOIN interactions ON project_id = $1::uuid AND interaction_id = 'answer-' || (floor((n - 1) * ${ANSWERS_PER_RATING})::bigint + 1)
  CROSS JOIN LATERAL (
    SELECT CASE WHEN n % 20 < 14 THEN 'binary' WHEN n % 20 < 17 THEN 'stars' WHEN n % 20 < 19 THEN 'correction'
      ELSE 'comment' END AS kind, (random() < 0.62)::int AS up
  ) AS said`;

/** SQL: generates a signal on every eighth of the answers numbered $2 to $3 in project $1. */
export const writeSignals = `
  INSERT INTO signals (project_id, signal_id, interaction_id, signal, fingerprint, occurred_at, received_at)
  SELECT $1::uuid, 'signal-' || n, 'answer-' || n, (ARRAY['copy', 'dwell', 'regenerate'])[1 + (n / 8 % 3)::int]::"SignalKind",
    decode(md5(n::text), 'hex'), now(), now()
  FROM generate_series($2::bigint, $3::bigint) AS n WHERE n % 8 = 0`;

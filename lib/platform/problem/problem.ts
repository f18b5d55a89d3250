/** All problems by code, each with its status and title. */
const problems = {
  malformed_request: { status: 400, title: "Malformed request" },
  malformed_address: { status: 400, title: "Malformed URL" },
  refused: { status: 400, title: "Request refused" },
  malformed_json: { status: 400, title: "Invalid JSON" },
  invalid_body: { status: 400, title: "Invalid request body" },
  invalid_header: { status: 400, title: "Invalid header" },
  invalid_query: { status: 400, title: "Invalid query parameters" },
  credentials_missing: { status: 401, title: "Missing credentials" },
  credentials_invalid: { status: 401, title: "Invalid credentials" },
  key_revoked: { status: 401, title: "API key revoked" },
  forbidden: { status: 403, title: "Forbidden" },
  key_kind_not_allowed: { status: 403, title: "Wrong type of API key" },
  origin_not_allowed: { status: 403, title: "Origin not allowed" },
  setup_refused: { status: 403, title: "Setup not available" },
  token_missing: { status: 403, title: "Missing feedback token" },
  token_malformed: { status: 403, title: "Malformed feedback token" },
  token_changed: { status: 403, title: "Invalid feedback token signature" },
  token_expired: { status: 403, title: "Feedback token expired" },
  token_for_other_project: { status: 403, title: "Feedback token issued for another project" },
  token_for_other_interaction: { status: 403, title: "Feedback token issued for another interaction" },
  token_for_other_purpose: { status: 403, title: "Feedback token issued for another purpose" },
  token_for_other_user: { status: 403, title: "Feedback token issued for another user" },
  token_for_other_session: { status: 403, title: "Feedback token issued for another session" },
  label_protected: { status: 403, title: "The label is protected" },
  too_many_voters: { status: 403, title: "Device limit reached for this answer" },
  answer_full: { status: 403, title: "Feedback limit reached for this answer" },
  not_found: { status: 404, title: "Not found" },
  method_not_allowed: { status: 405, title: "Method not allowed" },
  request_timeout: { status: 408, title: "Request timeout" },
  conflict: { status: 409, title: "Conflict" },
  outdated_parent: { status: 409, title: "A newer version exists" },
  label_moved: { status: 409, title: "The label was moved meanwhile" },
  shadow_answer: { status: 409, title: "A shadow answer was shown to nobody" },
  bench_running: { status: 409, title: "A bench run is under way" },
  model_not_configured: { status: 409, title: "No model is configured" },
  prompt_archived: { status: 409, title: "The prompt is archived" },
  request_under_way: { status: 409, title: "Request already in progress" },
  body_too_large: { status: 413, title: "Request body too large" },
  media_type_not_taken: { status: 415, title: "Unsupported media type" },
  expectation_failed: { status: 417, title: "Expectation failed" },
  no_inputs: { status: 422, title: "No logged answer to run on" },
  no_feedback: { status: 422, title: "No feedback to report on" },
  unknown_prompt_version: { status: 422, title: "Unknown prompt version" },
  experiment_incomplete: { status: 422, title: "Experiment not ready to start" },
  id_reused: { status: 422, title: "ID already used with different content" },
  idempotency_key_reused: { status: 422, title: "Idempotency-Key already used with a different request" },
  too_many_writes: { status: 429, title: "Rate limit exceeded" },
  quota_spent: { status: 429, title: "Quota exceeded" },
  too_many_attempts: { status: 429, title: "Too many attempts" },
  headers_too_large: { status: 431, title: "Request headers too large" },
  internal_error: { status: 500, title: "Internal server error" },
  draft_failed: { status: 502, title: "The model failed" },
  too_busy: { status: 503, title: "Server overloaded" },
  database_unavailable: { status: 503, title: "Database unavailable" },
} as const;

/** The code of a problem, as clients see it in `code`. */
export type ProblemCode = keyof typeof problems;

/** All problems, by status. */
export const problemKinds = (Object.keys(problems) as ProblemCode[]).map((code) => ({
  code,
  ...problems[code],
}));

/** An invalid parameter: its dotted path in the body or query, and what was wrong. */
export interface FieldError {
  path: string;
  message: string;
}

/** Optional parts of a problem. */
export interface ProblemExtras {
  errors?: FieldError[];
  retryAfterSeconds?: number;
  /** Overrides the code's status, if a library chose another. */
  status?: number;
  /** Additional response headers. */
  headers?: Record<string, string>;
  /** Further members of the body, of this problem alone (RFC 9457, 3.2). */
  members?: Readonly<Record<string, unknown>>;
}

// Next bundles its own copy of this class, and the write queues, which the copies share, pass Problems between them.
const brand = Symbol.for("whetstone.problem");

/** An error that is returned to the client; any other error is an internal one. */
export class Problem extends Error {
  static override [Symbol.hasInstance](value: unknown): value is Problem {
    return value instanceof Error && brand in value;
  }

  readonly [brand] = true;
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;

  /** @param detail what was wrong, where, and what to do, for the reader of the response. */
  constructor(code: ProblemCode, detail: string, extras: ProblemExtras = {}) {
    super(detail);
    this.name = "Problem";
    this.code = code;
    this.extras = extras;
  }

  /** The HTTP status. */
  get status(): number {
    return this.extras.status ?? problems[this.code].status;
  }

  /** The RFC 9457 body for the request `requestId` to `instance`. */
  toJson(instance: string, requestId: string): ProblemBody {
    return {
      type: `urn:whetstone:problem:${this.code}`,
      title: problems[this.code].title,
      status: this.status,
      detail: this.message,
      instance,
      code: this.code,
      request_id: requestId,
      ...(this.extras.errors ? { errors: this.extras.errors } : {}),
      ...this.extras.members,
    };
  }
}

/** The body of application/problem+json (RFC 9457). */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: ProblemCode;
  request_id: string;
  errors?: FieldError[];
}

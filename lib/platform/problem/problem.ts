/** Every way a request can be refused: one name, one status, one title. */
const problems = {
  malformed_request: { status: 400, title: "This is no request" },
  malformed_address: { status: 400, title: "The address cannot be read" },
  refused: { status: 400, title: "Refused" },
  malformed_json: { status: 400, title: "The body is not JSON" },
  invalid_body: { status: 400, title: "The body does not fit" },
  invalid_header: { status: 400, title: "A header does not fit" },
  invalid_query: { status: 400, title: "The query does not fit" },
  credentials_missing: { status: 401, title: "No credentials" },
  credentials_invalid: { status: 401, title: "Unknown credentials" },
  key_revoked: { status: 401, title: "The key was revoked" },
  forbidden: { status: 403, title: "Not yours to do" },
  key_kind_not_allowed: { status: 403, title: "Not with this kind of key" },
  origin_not_allowed: { status: 403, title: "Origin not allowed" },
  setup_refused: { status: 403, title: "Set-up is not open" },
  token_missing: { status: 403, title: "No feedback token" },
  token_malformed: { status: 403, title: "The feedback token cannot be read" },
  token_changed: { status: 403, title: "The feedback token was changed" },
  token_expired: { status: 403, title: "The feedback token has expired" },
  token_for_other_project: { status: 403, title: "The feedback token is for another project" },
  token_for_other_interaction: { status: 403, title: "The feedback token is for another interaction" },
  token_for_other_purpose: { status: 403, title: "The feedback token is for another purpose" },
  token_for_other_user: { status: 403, title: "The feedback token is for another user" },
  token_for_other_session: { status: 403, title: "The feedback token is for another session" },
  too_many_voters: { status: 403, title: "Too many devices have rated this answer" },
  answer_full: { status: 403, title: "Too much hangs on this answer" },
  not_found: { status: 404, title: "Not there" },
  method_not_allowed: { status: 405, title: "Method not allowed" },
  request_timeout: { status: 408, title: "The request came too slowly" },
  conflict: { status: 409, title: "Conflict" },
  request_under_way: { status: 409, title: "The same request is under way" },
  body_too_large: { status: 413, title: "The body is too large" },
  media_type_not_taken: { status: 415, title: "Not this type of content" },
  expectation_failed: { status: 417, title: "The expectation cannot be met" },
  id_reused: { status: 422, title: "The id belongs to other content" },
  idempotency_key_reused: { status: 422, title: "The Idempotency-Key belongs to another request" },
  too_many_writes: { status: 429, title: "Too many writes" },
  quota_spent: { status: 429, title: "A quota is spent" },
  too_many_attempts: { status: 429, title: "Too many attempts" },
  headers_too_large: { status: 431, title: "The headers are too large" },
  internal_error: { status: 500, title: "Something broke on our side" },
  draft_failed: { status: 502, title: "The model did not answer" },
  too_busy: { status: 503, title: "Too busy" },
  database_unavailable: { status: 503, title: "The database is not available" },
} as const;

/** The name of a refusal, as clients see it in `code`. */
export type ProblemCode = keyof typeof problems;

/** Every refusal that there is, by status. */
export const problemKinds = (Object.keys(problems) as ProblemCode[]).map((code) => ({
  code,
  ...problems[code],
}));

/** One field that did not fit: a dotted path into the body or query, and what was wrong with it. */
export interface FieldError {
  path: string;
  message: string;
}

/** What a problem may carry beyond its words. */
export interface ProblemExtras {
  errors?: FieldError[];
  retryAfterSeconds?: number;
  /** Another status than the code's own, where a library chose it. */
  status?: number;
  /** Further headers of the answer. */
  headers?: Record<string, string>;
}

// Next bundles its own copy of this class, and the queues of writes, which copies share, hand Problems from one to another.
const brand = Symbol.for("whetstone.problem");

/** A refusal that the client is told of by name; anything else that is thrown is a fault of ours. */
export class Problem extends Error {
  static override [Symbol.hasInstance](value: unknown): value is Problem {
    return value instanceof Error && brand in value;
  }

  readonly [brand] = true;
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;

  /** @param detail what was wrong, where, and what to do, in words for the reader of the answer. */
  constructor(code: ProblemCode, detail: string, extras: ProblemExtras = {}) {
    super(detail);
    this.name = "Problem";
    this.code = code;
    this.extras = extras;
  }

  /** The HTTP status of this refusal. */
  get status(): number {
    return this.extras.status ?? problems[this.code].status;
  }

  /** The body of RFC 9457 for this refusal of the request `requestId` to `instance`. */
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
    };
  }
}

/** application/problem+json, as RFC 9457 and the design have it. */
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

/** What refusals mean to a user, whatever their codes. */
export interface RefusalWords {
  unreachable: string;
  timedOut: string;
  unreadable: string;
  unexpected: string;
  /** The page's key, its origin or the feedback token: nothing that a user can fix or needs to know. */
  notSetUp: string;
  tokenExpired: string;
  tooManyWrites: string;
  /** The answer was given to no one in particular, and no more devices can rate it. */
  tooManyVoters: string;
  serverTrouble: string;
  tooLarge: string;
  /** The device could not keep it until it could be sent. */
  notKept: string;
}

const codes: Record<keyof RefusalWords, readonly string[]> = {
  unreachable: ["unreachable"],
  timedOut: ["timed_out"],
  unreadable: ["unreadable_answer"],
  unexpected: ["unexpected", "http_400", "http_404", "http_405"],
  notSetUp: [
    "credentials_missing",
    "credentials_invalid",
    "key_revoked",
    "key_kind_not_allowed",
    "origin_not_allowed",
    "token_missing",
    "token_malformed",
    "token_changed",
    "token_for_other_project",
    "token_for_other_interaction",
    "token_for_other_purpose",
    "token_for_other_user",
    "token_for_other_session",
    "not_your_feedback",
    "http_401",
    "http_403",
  ],
  tokenExpired: ["token_expired"],
  tooManyVoters: ["too_many_voters"],
  tooManyWrites: ["too_many_writes", "http_429"],
  serverTrouble: [
    "database_unavailable",
    "too_busy",
    "internal_error",
    "http_500",
    "http_502",
    "http_503",
    "http_504",
  ],
  tooLarge: ["body_too_large", "too_large", "http_413"],
  notKept: ["dropped", "closed"],
};

/** The `refusals` of a dictionary: without them, the server's own English messages are shown. */
export const refusalsIn = (words: RefusalWords): Record<string, string> => someRefusals(words);

/** The texts of refusals by their codes. */
export function someRefusals(words: Partial<RefusalWords>): Record<string, string> {
  const kinds = Object.entries(words) as [keyof RefusalWords, string][];
  return Object.fromEntries(kinds.flatMap(([kind, said]) => codes[kind].map((code) => [code, said])));
}

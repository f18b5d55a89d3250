/** The published forms of keys and tokens, each as the body of a pattern that begins where a word begins. */
const forms: readonly string[] = [
  // OpenAI, Anthropic, OpenRouter, DeepSeek and others: sk-…, sk-proj-…, sk-ant-…
  "sk-(?:[a-z]{2,10}(?:-[a-z0-9]{2,6})?-)?[A-Za-z0-9_-]{20,}",
  // Stripe
  "(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{16,}",
  "whsec_[A-Za-z0-9+/=]{20,}",
  // Our own
  "(?:sk|pk)_[A-Za-z0-9_-]{32}",
  // GitHub, GitLab
  "gh[oprsu]_[A-Za-z0-9]{30,}",
  "github_pat_[A-Za-z0-9_]{40,}",
  "gl(?:pat|dt|rt|cbt|ptt|ft|soat)-[A-Za-z0-9_.-]{20,}",
  // Slack
  "xox[abeoprs](?:\\.xox[bp])?-[A-Za-z0-9-]{10,}",
  "xapp-[A-Za-z0-9-]{20,}",
  // Amazon, Google
  "(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[A-Z2-7]{16}",
  "AIza[A-Za-z0-9_-]{35}",
  "ya29\\.[A-Za-z0-9_-]{20,}",
  "GOCSPX-[A-Za-z0-9_-]{20,}",
  // Package registries
  "npm_[A-Za-z0-9]{36}",
  "pypi-[A-Za-z0-9_-]{50,}",
  "dckr_(?:pat|oat)_[A-Za-z0-9_-]{20,}",
  // Models and hosting
  "hf_[A-Za-z0-9]{30,}",
  "gsk_[A-Za-z0-9]{40,}",
  "xai-[A-Za-z0-9]{40,}",
  "r8_[A-Za-z0-9]{30,}",
  "pplx-[A-Za-z0-9]{40,}",
  "do[opr]_v1_[a-f0-9]{64}",
  "shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}",
  "sq0(?:atp|csp)-[A-Za-z0-9_-]{20,}",
  // Mail and telephony
  "SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}",
  "key-[a-f0-9]{32}",
  "SK[a-f0-9]{32}",
  "\\d{8,10}:AA[A-Za-z0-9_-]{33}",
  // JSON Web Tokens: header, payload and, unless it is unsigned, signature
  "eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*",
];

/** Any key or token of a published form. */
export const keyForm = new RegExp(`(?<![\\w-])(?:${forms.join("|")})(?![\\w-])`, "g");

/** Addresses that are keys themselves. */
export const webhookForm =
  /https:\/\/(?:hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9/]{20,}|(?:[a-z]+\.)?discord(?:app)?\.com\/api\/webhooks\/\d{15,}\/[\w-]{30,})/g;

/** A token behind the word that hands it over: `Authorization: Bearer …`. */
export const handedOver = /(?<=\b(?:bearer|basic) {1,3})[A-Za-z0-9._~+/-]{16,}={0,2}/gi;

/** A value that its own name calls a secret: `api_key = "…"`, `AWS_SECRET_ACCESS_KEY=…`. */
export const namedSecret =
  /(?<=(?:api_?-?key|secret_?-?(?:access_?-?)?key|access_?-?token|auth_?-?token|client_?-?secret)["']?\s{0,2}(?::|=>?)\s{0,2}["']?)[A-Za-z0-9_+/.~-]{16,}={0,2}/gi;

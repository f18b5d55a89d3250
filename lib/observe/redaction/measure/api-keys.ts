import { digitsOf, lettersOf } from "./made-values.ts";
import type { Format, SampleSet } from "./sample.ts";

const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LOWER = UPPER.toLowerCase();
const ANY = `${UPPER}${LOWER}0123456789`;
const key = (name: string, prefix: string, count: number, alphabet = ANY, end = ""): Format => ({
  name,
  make: (seed) => prefix + lettersOf(alphabet, seed + prefix.length, count) + end,
});
const part = (seed: number, count: number): string => lettersOf(ANY, seed, count);

/** API keys and tokens. None of them is valid. */
export const apiKeys: SampleSet = {
  frames: [
    "I pasted {} into the chat by accident.",
    "{} stopped working yesterday.",
    "curl -H 'X-Key: {}' https://api.example.com",
    "Use {} for staging only.",
    'token "{}" was refused',
    "Is {} still valid?",
    "const k = '{}';",
    "Rotate {} now, it leaked.",
    "401 with {}.",
    "She mailed {} to the list.",
    "config: {}",
  ],
  formats: [
    key("OpenAI", "sk-", 48),
    key("OpenAI, project", "sk-proj-", 60),
    key("Anthropic", "sk-ant-api03-", 80),
    key("Stripe, secret", "sk_live_", 24),
    key("Stripe, publishable", "pk_test_", 24),
    key("Stripe, webhook", "whsec_", 32),
    key("Whetstone, secret", "sk_", 32),
    key("Whetstone, publishable", "pk_", 32),
    key("GitHub", "ghp_", 36),
    key("GitHub, fine-grained", "github_pat_", 70),
    key("GitLab", "glpat-", 20),
    {
      name: "Slack",
      make: (seed) => `xoxb-${digitsOf(seed, 12)}-${digitsOf(seed + 1, 12)}-${part(seed, 24)}`,
    },
    key("AWS", "AKIA", 16, `${UPPER}234567`),
    key("Google API", "AIza", 35),
    key("Google OAuth", "ya29.", 60),
    key("npm", "npm_", 36),
    key("Hugging Face", "hf_", 34),
    { name: "SendGrid", make: (seed) => `SG.${part(seed, 22)}.${part(seed + 1, 43)}` },
    {
      name: "JSON Web Token",
      make: (seed) => `eyJ${part(seed, 33)}.eyJ${part(seed + 1, 60)}.${part(seed + 2, 43)}`,
    },
    { name: "Bearer header", make: (seed) => `Bearer ${part(seed, 40)}` },
    {
      name: "private key",
      make: (seed) =>
        `-----BEGIN PRIVATE KEY-----\n${part(seed, 64)}\n${part(seed + 1, 64)}\n-----END PRIVATE KEY-----`,
    },
    {
      name: "Slack webhook",
      make: (seed) =>
        `https://hooks.slack.com/services/T${part(seed, 9)}/B${part(seed + 1, 9)}/${part(seed + 2, 24)}`,
    },
    { name: "named secret", make: (seed) => `client_secret=${part(seed, 32)}` },
    key("OpenRouter", "sk-or-v1-", 64, "abcdef0123456789"),
    key("Google, of 2025", "AQ.Ab", 50),
    key("NVIDIA", "nvapi-", 64),
    key("Vercel", "vck_", 56),
    key("Supabase", "sb_secret_", 31),
    key("Cloudflare, of 2026", "cfut_", 48),
    key("LangSmith", "lsv2_pt_", 43, "abcdef0123456789"),
    key("Pinecone", "pcsk_", 66),
    key("Hugging Face, letters only", "hf_", 34, `${UPPER}${LOWER}`),
    { name: "glued to a word", make: (seed) => `openai_sk-proj-${part(seed, 60)}` },
    { name: "behind a percent code", make: (seed) => `Bearer%20sk-${part(seed, 48)}` },
    { name: "behind an escape", make: (seed) => `key=\\u0022ghp_${part(seed, 36)}\\u0022` },
    { name: "login in an address", make: (seed) => `postgres://ada:${part(seed, 12)}@db.example.com/app` },
    { name: "connection string", make: (seed) => `AccountName=x;AccountKey=${part(seed, 86)}==` },
    { name: "no known form", hard: true, make: (seed) => part(seed, 40) },
    { name: "password in words", hard: true, make: (seed) => `password is ${part(seed, 10)}` },
  ],
};

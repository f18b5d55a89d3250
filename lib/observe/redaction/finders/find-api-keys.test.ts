import { describe, expect, it } from "vitest";
import { lettersOf } from "../measure/made-values.ts";
import { findApiKeys } from "./find-api-keys.ts";

const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ANY = `${UPPER}${UPPER.toLowerCase()}0123456789`;
const any = (count: number, seed = count): string => lettersOf(ANY, seed, count);
const hex = (count: number): string => lettersOf("0123456789abcdef", count, count);
const upper = (count: number): string => lettersOf(`${UPPER}234567`, count, count);
const uuid = (): string => `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`;

/** The text with every find replaced. */
function redacted(text: string): string {
  const finds = findApiKeys(text);
  return finds.reduceRight((left, { start, end }) => `${left.slice(0, start)}[K]${left.slice(end)}`, text);
}

/** One made-up key of every family. None of them is valid. */
const families: Record<string, string> = {
  OpenAI: `sk-proj-${any(60)}`,
  "OpenAI, service account": `sk-svcacct-${any(60)}`,
  "OpenAI, older": `sk-${any(48)}`,
  DeepSeek: `sk-${hex(32)}`,
  Anthropic: `sk-ant-api03-${any(93)}AA`,
  "Anthropic, OAuth": `sk-ant-oat01-${any(93)}AA`,
  OpenRouter: `sk-or-v1-${hex(64)}`,
  Langfuse: `sk-lf-${uuid()}`,
  Groq: `gsk_${any(52)}`,
  xAI: `xai-${any(80)}`,
  Perplexity: `pplx-${any(48)}`,
  Cerebras: `csk-${any(48)}`,
  NVIDIA: `nvapi-${any(64)}`,
  Together: `tgp_v1_${any(43)}`,
  Replicate: `r8_${any(37)}`,
  "Hugging Face, letters only": `hf_${lettersOf(ANY.slice(0, 52), 3, 34)}`,
  LlamaCloud: `llx-${any(48)}`,
  RunPod: `rpa_${upper(40)}`,
  Fireworks: `fw_${any(24)}`,
  Firecrawl: `fc-${hex(32)}`,
  Voyage: `pa-${any(43)}`,
  Jina: `jina_${any(60)}`,
  LangSmith: `lsv2_pt_${hex(32)}_${hex(10)}`,
  "Weights & Biases": `wandb_v1_${any(77)}`,
  Pinecone: `pcsk_${any(6)}_${any(60)}`,
  Tavily: `tvly-dev-${any(32)}`,
  Browserbase: `bb_live_${any(27)}`,
  ElevenLabs: `sk_${hex(48)}`,
  "Google, bound to a service account": `AQ.Ab${any(50)}`,
  Google: `AIza${any(35)}`,
  GitHub: `ghp_${any(36)}`,
  "GitHub, stateless": `ghs_12345_eyJ${any(30)}.eyJ${any(40)}.${any(43)}`,
  "GitHub, fine-grained": `github_pat_${any(22)}_${any(59)}`,
  "GitLab, routable": `glpat-${any(27)}.01.${any(9)}`,
  Slack: `xoxb-123456789012-123456789012-${any(24)}`,
  Stripe: `rk_live_${any(24)}`,
  "Stripe, repeated letters": `sk_test_${"a".repeat(24)}`,
  Shopify: `shpat_${hex(32)}`,
  Plaid: `access-production-${uuid()}`,
  Razorpay: `rzp_live_${any(14)}`,
  AWS: `AKIA${upper(16)}`,
  "AWS Bedrock": `ABSKQmVkcm9ja0FQSUtleS${any(60)}`,
  Azure: `${any(52)}JQQJ99${any(26)}`,
  Entra: `${any(3)}8Q~${any(34)}`,
  Alibaba: `LTAI${any(20)}`,
  Databricks: `dapi${hex(32)}`,
  DigitalOcean: `dop_v1_${hex(64)}`,
  Cloudflare: `cfut_${any(48)}`,
  Heroku: `HRKU-AA${any(58)}`,
  "Fly.io": `fm2_${any(100)}`,
  Vercel: `vcp_${any(56)}`,
  "Vercel AI Gateway": `vck_${any(56)}`,
  Supabase: `sb_secret_${any(22)}_${any(8)}`,
  Netlify: `nfp_${any(36)}`,
  Neon: `napi_${any(60)}`,
  PlanetScale: `pscale_tkn_${any(43)}`,
  npm: `npm_${any(36)}`,
  PyPI: `pypi-AgEIcHlwaS5vcmc${any(70)}`,
  "crates.io": `cio${any(32)}`,
  Docker: `dckr_pat_${any(27)}`,
  Vault: `hvs.${any(90)}`,
  Terraform: `${any(14)}.atlasv1.${any(60)}`,
  Doppler: `dp.pt.${any(43)}`,
  "1Password": `ops_eyJ${any(250)}`,
  age: `AGE-SECRET-KEY-1${upper(58)}`,
  Tailscale: `tskey-auth-${any(17)}-${any(32)}`,
  Atlassian: `ATATT3${any(186)}`,
  Figma: `figd_${any(40)}`,
  Notion: `ntn_12345678901${any(35)}`,
  Linear: `lin_api_${any(40)}`,
  Airtable: `pat${any(14)}.${hex(64)}`,
  HubSpot: `pat-na1-${uuid()}`,
  Postman: `PMAK-${hex(24)}-${hex(34)}`,
  Cursor: `key_${hex(64)}`,
  Sentry: `sntryu_${hex(64)}`,
  Grafana: `glsa_${any(32)}_${hex(8)}`,
  "New Relic": `NRAK-${upper(27)}`,
  PostHog: `phx_${any(43)}`,
  SonarQube: `sqp_${hex(40)}`,
  Buildkite: `bkua_${hex(40)}`,
  CircleCI: `CCIPAT_${any(22)}_${hex(40)}`,
  SendGrid: `SG.${any(22)}.${any(43)}`,
  Resend: `re_${any(8)}_${any(24)}`,
  Brevo: `xkeysib-${hex(64)}-${any(16)}`,
  Mailgun: `key-${hex(32)}`,
  Mailchimp: `${hex(32)}-us12`,
  Twilio: `SK${hex(32)}`,
  Telegram: `1234567890:AA${any(33)}`,
  "JSON Web Token": `eyJ${any(33)}.eyJ${any(60)}.${any(43)}`,
  "JSON Web Token, unsigned": `eyJ${any(33)}.eyJ${any(60)}.`,
};

describe("keys and tokens of known families", () => {
  it.each(Object.entries(families))("%s", (_, key) => {
    expect(redacted(`I pasted ${key} here`)).toBe("I pasted [K] here");
  });

  it.each(Object.entries(families))(
    "%s, next to punctuation, quotes, escapes and percent codes",
    (_, key) => {
      for (const [before, after] of [
        ['"', '"'],
        ['\\"', '\\"'],
        ["key=\\u0022", "\\u0022"],
        ["key=%22", "%22"],
        ["Bearer%20", "&x=1"],
        ["\\n", "\\n"],
        ["&quot;", "&quot;"],
        ["my_", " "],
        ["(", ")"],
        ["", "."],
      ] as const) {
        expect(redacted(`${before}${key}${after}`), before).not.toContain(key.slice(-12));
      }
    },
  );
});

describe("unmistakable forms need no word boundary", () => {
  it.each([
    "OpenAI",
    "Anthropic",
    "OpenRouter",
    "GitHub",
    "GitHub, fine-grained",
    "GitLab, routable",
    "Slack",
    "Stripe",
    "Groq",
    "Google",
    "Vercel",
    "Supabase",
    "Tavily",
    "NVIDIA",
    "Pinecone",
    "JSON Web Token",
  ])("%s, attached to a word", (family) => {
    const key = families[family] as string;
    expect(redacted(`mykey${key}`)).not.toContain(key.slice(-20));
    expect(redacted(`openai_${key}`)).not.toContain(key.slice(-20));
    expect(redacted(`xn${key}`)).not.toContain(key.slice(-20));
  });

  it.each([
    ["a word that ends like a key begins", `disk-${any(30)}`, `task_${any(32)}`, `core_${any(30)}`],
    ["words with marks", "sk-learn-and-other-libraries-are-good", "sk_users_with_2_orders_and_many_more"],
    ["what documentation writes", "sk-ant-your-api-key-goes-here", "xoxb-your-bot-token-goes-here"],
    ["hashes and ids", hex(40), hex(64), uuid(), `sha512-${any(80)}==`],
    [
      "names in code",
      "fetchUserPreferencesByIdAndRegion2",
      "SOME_LONG_CONSTANT_NAME_2",
      "pk_orders_by_region_and_month_7",
    ],
    ["paths and versions", "src/server/request-handler-2.ts", "v1.0-beta.2-rc.14+build.20240101"],
  ])("%s", (_, ...texts) => {
    for (const text of texts) expect(redacted(`see ${text} there`)).toBe(`see ${text} there`);
  });
});

describe("values named or passed as secrets", () => {
  const value = any(40);
  it.each([
    `api_key = "${value}"`,
    `{"apiKey":"${value}"}`,
    `{\\"api_key\\": \\"${value}\\"}`,
    `AWS_SECRET_ACCESS_KEY=${value}`,
    `client_secret: '${value}'`,
    `https://example.com/cb?access_token=${value}&state=1`,
    `access_token%3D${value}%26state`,
    `Authorization: Bearer ${value}`,
    `Authorization:%20Bearer%20${value}`,
    `authorization: Basic ${value}==`,
    `Authorization: ${value}`,
    `-H 'X-Api-Key: ${value}'`,
    `PRIVATE-TOKEN: ${value}`,
    `Ocp-Apim-Subscription-Key: ${value}`,
    `Endpoint=sb://x.example.net/;SharedAccessKeyName=root;SharedAccessKey=${value}=`,
    `DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${value}==;EndpointSuffix=core`,
    `https://x.blob.core.windows.net/c/f?sv=2024-11-04&sr=b&sig=${value}%3D`,
    `https://bucket.s3.example.com/f?X-Amz-Expires=60&X-Amz-Signature=${hex(64)}`,
    `password=Tr0ub4dor&remember=1`.replace("Tr0ub4dor", `${any(5)}!9aZ`),
    `"password": "${any(4)}@1x#Q"`,
    `Server=db;User Id=sa;Password=${any(6)}!1a;`,
    `my password is ${any(8)}Zz9`,
  ])("%s", (text) => {
    const left = redacted(text);
    expect(left).toContain("[K]");
    expect(left).not.toContain(value.slice(-12));
    expect(left).not.toMatch(/Z9|1x#Q|!1a|!9aZ/);
  });

  it.each([
    "bearer responsibilities and basic understanding",
    "max_tokens: 4096, prompt_tokens = 1234567890123456",
    "const token = process.env.API_TOKEN_2024_PRODUCTION",
    "token: feature-flag-name-number-2",
    "The password must have 8 characters; password: required",
    "password is case-sensitive since version2",
    "the secret: persistence, patience and practice",
    "primary key = user_id_and_region_2",
  ])("not %s", (text) => {
    expect(redacted(text)).toBe(text);
  });
});

describe("URLs that are secrets or contain them", () => {
  it.each([
    [`https://hooks.slack.com/services/T${upper(9)}/B${upper(9)}/${any(24)}`, "[K]"],
    [`https:\\/\\/hooks.slack.com\\/services\\/T${upper(9)}\\/B${upper(9)}\\/${any(24)}`, "[K]"],
    [`https%3A%2F%2Fhooks.slack.com%2Fservices%2FT${upper(9)}%2FB${upper(9)}%2F${any(24)}`, "[K]"],
    [`https://ptb.discord.com/api/webhooks/123456789012345678/${any(68)}`, "[K]"],
    [
      `https://acme.webhook.office.com/webhookb2/${uuid()}@${uuid()}/IncomingWebhook/${hex(32)}/${uuid()}`,
      "[K]",
    ],
    [`https://chat.googleapis.com/v1/spaces/${any(11)}/messages?key=${any(39)}&token=${any(43)}`, "[K]"],
    [`https://hooks.zapier.com/hooks/catch/1234567/${any(7)}`, "[K]"],
    [`https://api.telegram.org/bot1234567890:AA${any(33)}/getMe`, "[K]/getMe"],
    ["postgres://ada:s3cr%40t@db.example.com:5432/app", "postgres://[K]@db.example.com:5432/app"],
    ["redis://:hunter22@localhost:6379", "redis://[K]@localhost:6379"],
    ["mongodb+srv://ada:p%2Fw@cluster0.example.net/x", "mongodb+srv://[K]@cluster0.example.net/x"],
    ["postgres:\\/\\/ada:pw@db\\/app", "postgres:\\/\\/[K]@db\\/app"],
    ["url=postgres%3A%2F%2Fada%3Apw%40db.example.com", "url=postgres%3A%2F%2F[K]%40db.example.com"],
    ["git clone https://x:ghp_abc@git.example.com/a.git", "git clone https://[K]@git.example.com/a.git"],
  ])("%s", (text, left) => {
    expect(redacted(text)).toBe(left);
  });

  it.each([
    `postgres://${"$"}{USER}:${"$"}{PASSWORD}@host/db`,
    "postgres://user:$PASSWORD@host/db",
    "https://<user>:<password>@host",
    "http://localhost:3000/@scope/name:1",
    "https://example.com/a:b@c",
    "see https://hooks.slack.com/docs and https://discord.com/developers",
  ])("not %s", (text) => {
    expect(redacted(text)).toBe(text);
  });
});

describe("private keys", () => {
  const lines = [any(64), any(64, 5)];
  it.each([
    [
      "on one line, escaped",
      `"-----BEGIN PRIVATE KEY-----\\n${lines.join("\\n")}\\n-----END PRIVATE KEY-----\\n"`,
    ],
    [
      "OpenSSH",
      `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines.join("\n")}\n-----END OPENSSH PRIVATE KEY-----`,
    ],
    [
      "PGP",
      `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${lines.join("\n")}\n-----END PGP PRIVATE KEY BLOCK-----`,
    ],
    [
      "percent-encoded",
      `-----BEGIN%20PRIVATE%20KEY-----%0A${lines.join("%0A")}%0A-----END%20PRIVATE%20KEY-----`,
    ],
    ["in Base64", Buffer.from(`-----BEGIN RSA PRIVATE KEY-----\n${lines.join("\n")}`).toString("base64")],
    ["cut off", `-----BEGIN PRIVATE KEY-----\\n${lines[0]}`],
  ])("%s", (_, text) => {
    expect(redacted(`key: ${text} end`)).not.toMatch(/[A-Za-z0-9]{30}/);
  });

  it("are not public keys or certificates", () => {
    const text = `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----`;
    expect(redacted(text)).toBe(text);
  });
});

/**
 * The published prefixes, alphabets and lengths of keys and tokens, in patterns of our own. Facts from
 * maintained lists, read on 2026-11-30: gitleaks' rules (commit 009e025, MIT), Kingfisher's (commits f2a45c9
 * and 2a2b7b5, Apache-2.0), secretlint's recommended rules 13.0 (MIT), and the vendors' own pages.
 *
 * Unbounded repetitions must come last, or be followed by a character that they cannot match: this keeps the
 * search linear.
 */
const A = "[A-Za-z0-9]";
const W = "[A-Za-z0-9_-]";
const H = "[a-f0-9]";
const B = "[A-Za-z0-9+/=]";
const U = "[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}";

/**
 * Forms that cannot be anything else, wherever they occur: even attached to a word, a quote, an escape or a
 * percent code.
 */
export const unmistakable: readonly string[] = [
  // Models: OpenAI, Anthropic, OpenRouter, Langfuse, Zapier, Helicone, Cartesia
  `sk-(?:proj|svcacct|admin|None)-${W}{20,}`,
  `sk-ant-${W}{20,}`,
  `sk-or-${W}{20,}`,
  `[sp]k-lf-${W}{30,}`,
  `sk-(?:ak|helicone)-${W}{20,}`,
  `sk_car_${W}{20,}`,
  // Groq, xAI, Perplexity, Cerebras, NVIDIA, Together, Replicate, Hugging Face, LlamaCloud, RunPod, Jina
  `gsk_${A}{40,}`,
  `xai-${A}{40,}`,
  `pplx-${A}{40,}`,
  `csk-${A}{40,}`,
  `nvapi-${W}{40,}`,
  `tgp_v1_${W}{40,}`,
  `r8_${A}{30,}`,
  `hf_${A}{30,}`,
  `api_org_${A}{30,}`,
  `llx-${A}{40,}`,
  "rpa_[A-Z0-9]{30,}",
  `jina_${A}{40,}`,
  // Around models: LangSmith, Weights & Biases, Pinecone, Tavily, Browserbase, E2B, Apify, Devin
  `lsv2_(?:pt|sk)_${W}{30,}`,
  `wandb_v1_${W}{40,}`,
  `pcsk_${W}{40,}`,
  `tvly-(?:dev-|prod-)?${A}{20,}`,
  `bb_(?:live|test)_${W}{20,}`,
  `e2b_${H}{40}`,
  `apify_api_${A}{30,}`,
  `apk_(?:user_)?${B}{80,}`,
  "cog_[a-z2-7]{52}",
  // Google: API keys, those bound to service accounts, OAuth
  `AIza${W}{35}`,
  `AQ\\.Ab${W}{20,}`,
  `ya29\\.${W}{20,}`,
  `1//0${W}{40,}`,
  `GOCSPX-${W}{20,}`,
  // GitHub, with the stateless tokens of 2026; GitLab, with the routable ones
  `ghs_\\d{1,12}_${W}{8,}\\.${W}{8,}\\.${W}{8,}`,
  `gh[oprsu]_${A}{30,}`,
  `github_pat_${W}{40,}`,
  `gl(?:pat|dt|rt|rtr|cbt|ptt|ft|soat|oas|agent|imt|ffct|wt)-(?:${W}|\\.){20,}`,
  `GR1348941${W}{20}`,
  // Slack
  `xox[abceoprs](?:\\.xox[bp])?-${W}{10,}`,
  `x(?:app|wfp)-${W}{20,}`,
  // Payment: Stripe, Square, Shopify, Plaid, Razorpay, Flutterwave, Duffel, Shippo, EasyPost
  `(?:sk|pk|rk)_(?:live|test|prod)_${A}{10,}`,
  `whsec_${B}{20,}`,
  `sq0[a-z]{3}-${W}{20,}`,
  "shp(?:at|ca|pa|ss|tka|ua)_[A-Fa-f0-9]{32}",
  `access-(?:sandbox|development|production)-${U}`,
  `rzp_(?:live|test)_${A}{14,}`,
  `FLW(?:SECK|PUBK)(?:_TEST)?-${A}{12,}`,
  `duffel_(?:test|live)_${W}{40,}`,
  `shippo_(?:live|test)_${H}{40}`,
  `EZ[AT]K${A}{54}`,
  // Clouds: Amazon Bedrock, Azure, Alibaba, Tencent, DigitalOcean, Databricks, Cloudflare, Fly, Heroku
  "ABSKQmVkcm9ja0FQSUtleS[A-Za-z0-9+/]{20,}",
  `bedrock-api-key-${B}{20,}`,
  `do[opr]_v1_${H}{64}`,
  `d(?:api|kea)${H}{32}`,
  `cf(?:ut|at|k)_${W}{40,}`,
  `v1\\.0-${H}{24}-${H}{100,}`,
  "f(?:o1|m1[ar]|m2)_[A-Za-z0-9+/_-]{40,}",
  `HRKU-AA${W}{50,}`,
  // Hosting and data: Vercel, Supabase, Netlify, PlanetScale, MongoDB, Xata, Deno, Convex's like
  `vc[pikar]_${W}{50,}`,
  `vercel_blob_rw_${W}{20,}`,
  `sbp_(?:oauth_|v0_)?${H}{40}`,
  `sb_(?:secret|publishable)_${W}{20,}`,
  `nf[bcopu]_${A}{36,}`,
  `pscale_(?:tkn|oauth|pw)_(?:${W}|\\.){30,}`,
  `mdb_sa_sk_${W}{30,}`,
  `xau_${A}{20,}`,
  `dd[opw]_${A}{36}`,
  // Package registries
  `npm_${A}{36}`,
  `pypi-${W}{50,}`,
  `rubygems_${H}{48}`,
  `dckr_(?:pat|oat|org)_${W}{20,}`,
  `CLOJARS_${A}{60}`,
  // Secrets and networks: Vault, Terraform, Doppler, 1Password, age, Tailscale, Pulumi, Prefect, OpenShift
  `hv[bsr]\\.${W}{20,}`,
  `${A}{14}\\.atlasv1\\.${W}{60,}`,
  `dp\\.(?:pt|st|ct|sa|scim|audit)\\.(?:${W}|\\.){40,}`,
  `ops_eyJ${B}{40,}`,
  "A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(?:-[A-Z0-9]{5}){3}",
  "AGE-SECRET-KEY-1[A-Z0-9]{50,}",
  `tskey-[a-z]{2,20}-${W}{10,}`,
  `pul-${H}{40}`,
  `pn[bu]_${A}{36}`,
  `sha256~${W}{43}`,
  // Project tools: Atlassian, Figma, Notion, Linear, Airtable, HubSpot, Postman, Contentful, Typeform, Cal,
  // Intercom
  "AT[ACO]TT3[A-Za-z0-9_=-]{60,}",
  `fig[doru]_${W}{30,}`,
  `ntn_\\d{8,}${A}{30,}`,
  `lin_(?:api|oauth|wh)_${A}{30,}`,
  `pat${A}{14}\\.${H}{64}`,
  `pat-(?:na|eu|ap)\\d-${U}`,
  `PMAK-${H}{24}-${H}{34}`,
  `CFPAT-${W}{40,}`,
  `tfp_${W}{40,}`,
  `cal_live_${H}{32}`,
  "dG9rO[A-Za-z0-9+/]{40,}",
  // Builds and monitoring: Buildkite, CircleCI, Sentry, Grafana, Dynatrace, New Relic, PostHog, Sourcegraph,
  // Trigger, Inngest
  `bk(?:aj|ct|pi|pt|ua)_${H}{40}`,
  `CCIP(?:AT|RJ)_${A}{20,}_${H}{40}`,
  "sntry[su]_[A-Za-z0-9+/=_-]{40,}",
  `glsa_${A}{32}_[A-Fa-f0-9]{8}`,
  `glc_${B}{30,}`,
  "dt0[a-z]\\d\\d\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}",
  `NR(?:AK|AL|JS|II|BR|SP)-${W}{19,}`,
  `ph[csx]_${A}{30,}`,
  `sgp_(?:${A}{5,16}_)?${H}{40}`,
  `tr_(?:dev|prod|stg|pat)_${A}{20,}`,
  `signkey-(?:prod|test|branch)-${H}{40,}`,
  // Email
  `SG\\.${W}{16,}\\.${W}{16,}`,
  `x(?:keysib|smtpsib)-${H}{64}-${A}{16}`,
  "rdme_[a-z0-9]{70}",
  // JFrog
  `AKCp${A}{60,}`,
  `cmVmd${A}{55,}`,
];

/**
 * Forms whose prefixes can also end a word ("task-", "risk_"): only found if no letter or digit precedes
 * them.
 */
export const needsEdge: readonly string[] = [
  // OpenAI's older form, DeepSeek, Moonshot and many others; ElevenLabs; our own
  `sk-(?:[a-z]{2,10}(?:-[a-z0-9]{2,6})?-)?${W}{20,}`,
  `sk_${H}{48}`,
  `(?:sk|pk)_${W}{32}`,
  // Amazon, Alibaba, Tencent, Yandex
  "(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[A-Z2-7]{16}",
  `LTAI${A}{16,24}`,
  `AKID${A}{32}`,
  `AQVN${W}{35,}`,
  // Azure: Entra secrets, and 84-character keys
  "[A-Za-z0-9_~.]{3}\\dQ~[A-Za-z0-9_~.-]{31,34}",
  `${A}{52}JQQJ99${A}{20,}`,
  `${A}{76}AZDO${A}{4}`,
  // Short prefixes: Resend, Fireworks, Firecrawl, Voyage, Render, Neon, Modal, Mem0, Cursor, Notion's older
  // form, Statsig
  `re_${A}{6,10}_${A}{20,}`,
  `fw_${A}{20,}`,
  `fc-${H}{32}`,
  `pa-${W}{40,}`,
  `rnd_${A}{20,}`,
  `napi_${A}{40,}`,
  `a[ks]-${A}{22}`,
  `m0-${A}{40}`,
  `key_${H}{64}`,
  `secret_${A}{43}`,
  `secret-${A}{30,}`,
  `ATBB${W}{28,}`,
  `sq[apu]_${H}{40}`,
  "EAA[A-Za-z0-9]{80,}",
  `EAAA${W}{60}`,
  "oy2[a-z0-9]{43}",
  `cio${A}{32}`,
  `(?:live|test)_(?:pub_)?${H}{31,35}`,
  `(?:api|sdk|mob)-${U}`,
  "API-[A-Z0-9]{25,32}",
  // Mailgun, Mailchimp, Twilio, Telegram, Discord, fal, Zhipu
  `(?:pub)?key-${H}{32}`,
  `${H}{32}-us\\d{1,2}`,
  `SK${H}{32}`,
  `\\d{8,10}:AA${W}{33}`,
  `[MNO]${W}{23,25}\\.${W}{6}\\.${W}{27,}`,
  `${U}:${H}{32}`,
  `${H}{32}\\.${A}{16}`,
];

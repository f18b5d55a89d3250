import type { InteractionBody } from "#lib/observe/interactions/index.ts";
import type { Draft, Flaw, Language } from "./draft.ts";
import { type FeatureKey, featurePlans, type Model, type VersionPlan } from "./feature-plans.ts";
import type { Person } from "./people.ts";
import type { Random } from "./random.ts";

/** An answer of the sample: what is logged of it, and what only its maker knows. */
export interface Answer {
  body: InteractionBody & { interaction_id: string; created_at: Date };
  feature: FeatureKey;
  person: Person;
  draft: Draft;
  flaw: Flaw | null;
}

/** Where and when an answer is given. */
export interface Occasion {
  feature: FeatureKey;
  person: Person;
  day: number;
  at: Date;
  interactionId: string;
  sessionId: string;
}

interface ModelTraits {
  /** Median latency in milliseconds, and how much it varies. */
  latency: number;
  spread: number;
  /** US dollars for a million tokens in and out. */
  costIn: number;
  costOut: number;
  /** Added to the prompt version's quality. */
  quality: number;
}

const traits: Readonly<Record<Model, ModelTraits>> = {
  "atlas-large": { latency: 2300, spread: 0.38, costIn: 2.5, costOut: 10, quality: 0.04 },
  "atlas-mini": { latency: 1100, spread: 0.42, costIn: 0.15, costOut: 0.6, quality: 0 },
  "fern-8b": { latency: 640, spread: 0.6, costIn: 0.05, costOut: 0.1, quality: -0.09 },
};

/** Makes up one answer. */
export function makeAnswer(random: Random, occasion: Occasion): Answer {
  const { feature, person, day } = occasion;
  const plan = featurePlans[feature];
  const model = random.weighted<Model>(modelsOn(feature, day));
  return answerDraft(random, occasion, plan.writer(random, languageOf(occasion, person)), model);
}

/** What another model of the feature answers to the same input, a second later. */
export function makeAlternative(random: Random, occasion: Occasion, { body, draft }: Answer): Answer {
  const { [body.model_name as Model]: _, ...others } = modelsOn(occasion.feature, occasion.day);
  const at = new Date(occasion.at.getTime() + 1000);
  const place = { ...occasion, at, interactionId: `${occasion.interactionId}-b` };
  return answerDraft(random, place, draft, random.weighted<Model>(others));
}

const languageOf = ({ feature }: Occasion, person: Person): Language =>
  featurePlans[feature].speaksManyLanguages ? person.language : "en";

function answerDraft(random: Random, occasion: Occasion, draft: Draft, model: Model): Answer {
  const { feature, person, day, at } = occasion;
  const plan = featurePlans[feature];
  const version = versionOn(plan.versions, day);
  const language = languageOf(occasion, person);
  const quality = version.quality + traits[model].quality - (language === "en" ? 0 : 0.03);
  const flaw = random.chance(quality) ? null : random.weighted<Flaw>(version.flaws);
  const texts = textsOf(draft, version, flaw);
  const body = {
    interaction_id: occasion.interactionId,
    feature_name: plan.name,
    ...texts,
    prompt_template: plan.template,
    prompt_version: version.version,
    model_name: model,
    model_params: { temperature: feature === "product" ? 0.8 : 0.2, max_tokens: 800 },
    retrieved_context: draft.context,
    citations: undefined,
    ...effort(random, model, texts),
    finish_reason: "stop",
    user_id: person.userId,
    session_id: occasion.sessionId,
    tenant: person.tenant,
    language,
    segment: person.segment,
    experiment: undefined,
    variant: undefined,
    metadata: { channel: person.channel, app_version: `2.${8 + Math.floor(day / 21)}.0` },
    created_at: at,
  };
  return { body, feature, person, draft, flaw };
}

const versionOn = (versions: readonly VersionPlan[], day: number): VersionPlan => {
  const version = versions.findLast(({ fromDay }) => fromDay <= day);
  if (!version) throw new RangeError(`no prompt version on day ${day}`);
  return version;
};

const modelsOn = (feature: FeatureKey, day: number): Partial<Record<Model, number>> => {
  const { models, newModels } = featurePlans[feature] as (typeof featurePlans)["article"];
  return newModels && day >= newModels.fromDay ? newModels.models : models;
};

function textsOf(draft: Draft, { prompt }: VersionPlan, flaw: Flaw | null) {
  const context = draft.context?.map(({ text }) => text).join("\n") ?? "";
  return {
    input: draft.input,
    prompt_text: prompt.replace("{context}", () => context).replace("{input}", () => draft.input),
    prompt_variables: { input: draft.input, ...(prompt.includes("{context}") ? { context } : {}) },
    response_text: draft.answer(flaw),
  };
}

/** Time, tokens (about four characters each) and money. */
function effort(random: Random, model: Model, texts: { prompt_text: string; response_text: string }) {
  const { latency, spread, costIn, costOut } = traits[model];
  const tokensIn = Math.ceil(texts.prompt_text.length / 4) + 12;
  const tokensOut = Math.ceil(texts.response_text.length / 4);
  const cost = (tokensIn * costIn + tokensOut * costOut) / 1e6;
  return {
    response_latency_ms: Math.round(random.lognormal(latency, spread) + tokensOut * 4),
    input_tokens: tokensIn,
    output_tokens: tokensOut,
    token_count: tokensIn + tokensOut,
    cost_usd: Number(cost.toPrecision(6)),
  };
}

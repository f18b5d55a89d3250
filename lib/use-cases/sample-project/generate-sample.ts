import type { FeedbackBody } from "#lib/observe/feedback/index.ts";
import type { PreferenceBody } from "#lib/observe/preferences/index.ts";
import { type Behaviour, behave } from "./behave.ts";
import type { FeatureKey } from "./feature-plans.ts";
import { type Answer, makeAlternative, makeAnswer, type Occasion } from "./make-answer.ts";
import { makePeople, type Person } from "./people.ts";
import { type Random, seededRandom } from "./random.ts";
import { rateAnswer } from "./rate-answer.ts";
import { scoreAnswer, scoreSession } from "./score-answer.ts";

/** An answer of another model to the same input, and what its reader thought of the two. */
interface Comparison {
  alternative: Answer;
  preference: PreferenceBody;
}

/** How often a reader is shown two answers. */
const COMPARED = 0.035;

/** How many of the pairs that came out alike are shown: most products show none. */
const ALIKE = 0.3;

/** How likely two answers that are equally good are a tie. */
const TIE = 0.4;

/** Two answers to one input, for a few of them; null for most. */
function compareAnswer(random: Random, occasion: Occasion, answer: Answer, now: Date): Comparison | null {
  const at = new Date(answer.body.created_at.getTime() + 60_000);
  if (!random.chance(COMPARED) || at > now) return null;
  const alternative = makeAlternative(random, occasion, answer);
  const alike = answer.body.response_text === alternative.body.response_text;
  if (alike && !random.chance(ALIKE)) return null;
  const even = (answer.flaw === null) === (alternative.flaw === null);
  const better = even ? random.chance(0.5) : random.chance(answer.flaw === null ? 0.88 : 0.12);
  const [preferred, rejected] = better ? [answer, alternative] : [alternative, answer];
  return {
    alternative,
    preference: {
      ...{ preferred_id: preferred.body.interaction_id, rejected_id: rejected.body.interaction_id },
      ...{ tie: alike || (even && random.chance(TIE)), user_id: answer.person.userId, created_at: at },
      preference_id: `${answer.body.interaction_id}-preference`,
    },
  };
}

/** Days of the sample, today included. */
const DAYS = 90;

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Sessions of an ordinary day in the middle of the sample. */
const SESSIONS = 65;

/** How busy each day of the week is, Sunday first. */
const WEEK = [0.4, 1.12, 1.18, 1.12, 1.06, 0.9, 0.45] as const;

/** When somebody sat down, and how many answers they asked for. */
interface Sitting {
  /** Which day of the sample, from 0 on. */
  day: number;
  startsAt: Date;
  answers: number;
}

/** Midnight (UTC) of the sample's first day. */
const firstMidnight = (now: Date): number => Math.floor(now.getTime() / DAY) * DAY - (DAYS - 1) * DAY;

/** The sittings of one day: fewer at weekends and at night, slowly more from week to week. */
function sittingsOfDay(random: Random, day: number, now: Date): Sitting[] {
  const midnight = firstMidnight(now) + day * DAY;
  const growth = 0.78 + (0.44 * day) / DAYS;
  const busy = WEEK[new Date(midnight).getUTCDay()] ?? 1;
  const count = Math.round(SESSIONS * growth * busy * random.lognormal(1, 0.1));
  return Array.from({ length: count }, () => ({
    day,
    startsAt: new Date(midnight + Math.round(timeOfDay(random))),
    answers: answersOfSitting(random),
  }));
}

/** Milliseconds after midnight: a peak in the morning, one in the afternoon, a trickle around the clock. */
function timeOfDay(random: Random): number {
  const hour = random.chance(0.06)
    ? random.next() * 24
    : random.chance(0.55)
      ? 10 + random.normal() * 1.4
      : 15 + random.normal() * 1.9;
  return Math.min(23.9, Math.max(0, hour)) * HOUR;
}

/** One to eight; most sittings are short. */
function answersOfSitting(random: Random): number {
  let answers = 1;
  while (answers < 8 && random.chance(0.58)) answers += 1;
  return answers;
}

/** Made-up history, ready to be logged: oldest first. */
export interface Sample extends Behaviour {
  interactions: Answer["body"][];
  ratings: FeedbackBody[];
  scores: FeedbackBody[];
  preferences: PreferenceBody[];
}

/** Set the chances of what readers do, and of how answers are judged, apart from that of what they are given and say. */
const BEHAVIOUR = 7_919;
const JUDGEMENT = 15_486;

/**
 * 90 days of a made-up product up to `now`: about 12,000 answers of four features by three models, of which people rate
 * about a tenth, the unhappy ones more readily, with what they do with them and mark in them, with scores of some and with comparisons of a few. The same `now` and seed give the same sample, ids included.
 */
export function generateSample({ now, seed }: { now: Date; seed: number }): Sample {
  const random = seededRandom(seed);
  const behaviour = seededRandom(seed + BEHAVIOUR);
  const judgement = seededRandom(seed + JUDGEMENT);
  const people = makePeople(random);
  const shares = Object.fromEntries(people.map(({ activity }, index) => [index, activity]));
  const sample: Sample = {
    ...{ interactions: [], ratings: [], scores: [], preferences: [], signals: [], annotations: [] },
  };
  let sessions = 0;
  for (let day = 0; day < DAYS; day++) {
    for (const sitting of sittingsOfDay(random, day, now)) {
      const person = people[Number(random.weighted(shares))];
      if (!person) throw new RangeError("nobody there");
      sessions += 1;
      addSitting({ random, behaviour, judgement }, sample, { sitting, person, session: sessions, now });
    }
  }
  sample.interactions.sort((one, other) => one.created_at.getTime() - other.created_at.getTime());
  return sample;
}

interface Chance {
  random: Random;
  behaviour: Random;
  judgement: Random;
}

interface Visit {
  sitting: Sitting;
  person: Person;
  session: number;
  now: Date;
}

/** One person asks for a few answers in a row, mostly of one feature. What would lie after `now` does not happen. */
function addSitting(
  { random, behaviour, judgement }: Chance,
  sample: Sample,
  { sitting, person, session, now }: Visit,
): void {
  const place = String(session).padStart(5, "0");
  const sessionId = `sample-session-${place}`;
  let at = sitting.startsAt.getTime();
  let feature = random.weighted<FeatureKey>(person.features);
  const answers: Answer[] = [];
  for (let count = 1; count <= sitting.answers; count++) {
    if (at > now.getTime()) break;
    const interactionId = `sample-${place}-${count}`;
    const occasion = { feature, person, day: sitting.day, at: new Date(at), interactionId, sessionId };
    const answer = makeAnswer(random, occasion);
    answers.push(answer);
    sample.interactions.push(answer.body);
    judge(judgement, sample, occasion, answer, now);
    const ratings = rateAnswer(random, answer, now);
    sample.ratings.push(...ratings);
    const { signals, annotations } = behave(behaviour, answer, ratings, now);
    sample.signals.push(...signals);
    sample.annotations.push(...annotations);
    at += Math.round(random.lognormal(150, 0.7) * 1000);
    if (random.chance(0.2)) feature = random.weighted<FeatureKey>(person.features);
  }
  const ease = scoreSession(judgement, answers, now);
  if (ease) sample.scores.push(ease);
}

/** Adds the scores of an answer and, of a few, another model's answer with what was preferred. */
function judge(random: Random, sample: Sample, occasion: Occasion, answer: Answer, now: Date): void {
  sample.scores.push(...scoreAnswer(random, answer, now));
  const compared = compareAnswer(random, occasion, answer, now);
  if (!compared) return;
  sample.interactions.push(compared.alternative.body);
  sample.preferences.push(compared.preference);
}

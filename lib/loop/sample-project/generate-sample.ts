import type { FeedbackBody } from "#lib/observe/feedback/index.ts";
import type { PreferenceBody } from "#lib/observe/preferences/index.ts";
import { type Behaviour, behave } from "./behave.ts";
import { DAYS, type Sitting, sittingsOfDay } from "./calendar.ts";
import { compareAnswer } from "./compare-answer.ts";
import type { FeatureKey } from "./feature-plans.ts";
import { type Answer, makeAnswer, type Occasion } from "./make-answer.ts";
import { makePeople, type Person } from "./people.ts";
import { type Random, seededRandom } from "./random.ts";
import { rateAnswer } from "./rate-answer.ts";
import { scoreAnswer, scoreSession } from "./score-answer.ts";

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

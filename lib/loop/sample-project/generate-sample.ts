import type { FeedbackBody } from "#lib/observe/feedback/index";
import { type Behaviour, behave } from "./behave.ts";
import { DAYS, type Sitting, sittingsOfDay } from "./calendar.ts";
import type { FeatureKey } from "./feature-plans.ts";
import { type Answer, makeAnswer } from "./make-answer.ts";
import { makePeople, type Person } from "./people.ts";
import { type Random, seededRandom } from "./random.ts";
import { rateAnswer } from "./rate-answer.ts";

/** Made-up history, ready to be logged: oldest first. */
export interface Sample extends Behaviour {
  interactions: Answer["body"][];
  ratings: FeedbackBody[];
}

/** Sets the chance of what readers do apart from that of what they are given and say. */
const BEHAVIOUR = 7_919;

/**
 * 90 days of a made-up product up to `now`: about 12,000 answers of four features by three models, of which people rate
 * about a tenth, the unhappy ones more readily, with what they do with them and mark in them. The same `now` and seed give the same sample, ids included.
 */
export function generateSample({ now, seed }: { now: Date; seed: number }): Sample {
  const random = seededRandom(seed);
  const behaviour = seededRandom(seed + BEHAVIOUR);
  const people = makePeople(random);
  const shares = Object.fromEntries(people.map(({ activity }, index) => [index, activity]));
  const sample: Sample = { interactions: [], ratings: [], signals: [], annotations: [] };
  let sessions = 0;
  for (let day = 0; day < DAYS; day++) {
    for (const sitting of sittingsOfDay(random, day, now)) {
      const person = people[Number(random.weighted(shares))];
      if (!person) throw new RangeError("nobody there");
      sessions += 1;
      addSitting({ random, behaviour }, sample, { sitting, person, session: sessions, now });
    }
  }
  sample.interactions.sort((one, other) => one.created_at.getTime() - other.created_at.getTime());
  return sample;
}

interface Chance {
  random: Random;
  behaviour: Random;
}

interface Visit {
  sitting: Sitting;
  person: Person;
  session: number;
  now: Date;
}

/** One person asks for a few answers in a row, mostly of one feature. What would lie after `now` does not happen. */
function addSitting(
  { random, behaviour }: Chance,
  sample: Sample,
  { sitting, person, session, now }: Visit,
): void {
  const place = String(session).padStart(5, "0");
  const sessionId = `sample-session-${place}`;
  let at = sitting.startsAt.getTime();
  let feature = random.weighted<FeatureKey>(person.features);
  for (let count = 1; count <= sitting.answers; count++) {
    if (at > now.getTime()) return;
    const interactionId = `sample-${place}-${count}`;
    const answer = makeAnswer(random, {
      feature,
      person,
      day: sitting.day,
      at: new Date(at),
      interactionId,
      sessionId,
    });
    sample.interactions.push(answer.body);
    const ratings = rateAnswer(random, answer, now);
    sample.ratings.push(...ratings);
    const { signals, annotations } = behave(behaviour, answer, ratings, now);
    sample.signals.push(...signals);
    sample.annotations.push(...annotations);
    at += Math.round(random.lognormal(150, 0.7) * 1000);
    if (random.chance(0.2)) feature = random.weighted<FeatureKey>(person.features);
  }
}

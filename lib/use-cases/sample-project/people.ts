import type { Language } from "./draft.ts";
import type { FeatureKey } from "./feature-plans.ts";
import type { Random } from "./random.ts";

/** Somebody who uses the made-up product. */
export interface Person {
  userId: string;
  tenant: string;
  segment: string;
  language: Language;
  channel: string;
  /** How often they come, beside others. */
  activity: number;
  /** How readily they rate, beside others. */
  readiness: number;
  features: Readonly<Record<FeatureKey, number>>;
}

/** How many there are. */
export const PEOPLE = 340;

const tenants: Readonly<Record<string, { segment: string; share: number; language: Language }>> = {
  "harbour-goods": { segment: "enterprise", share: 5, language: "en" },
  "lumen-press": { segment: "enterprise", share: 4, language: "en" },
  "alder-and-sons": { segment: "team", share: 3, language: "en" },
  moebelwerk: { segment: "team", share: 3, language: "de" },
  "atelier-nord": { segment: "team", share: 2, language: "fr" },
  "casa-viva": { segment: "free", share: 2, language: "es" },
  quillhouse: { segment: "free", share: 3, language: "en" },
};

/** The people of the sample. */
export function makePeople(random: Random): Person[] {
  const shares = Object.fromEntries(Object.entries(tenants).map(([name, { share }]) => [name, share]));
  return Array.from({ length: PEOPLE }, (_, index) => {
    const tenant = random.weighted(shares);
    const { segment = "free", language = "en" } = tenants[tenant] ?? {};
    return {
      userId: `sample-user-${String(index + 1).padStart(3, "0")}`,
      tenant,
      segment,
      language: random.chance(0.75) ? language : "en",
      channel: random.weighted({ web: 6, email: 2, mobile: 2 }),
      activity: random.lognormal(1, 0.8),
      readiness: random.lognormal(0.85, 0.6),
      features: {
        support: random.lognormal(1.6, 0.7),
        article: random.lognormal(1.1, 0.7),
        product: random.lognormal(0.8, 0.7),
        meeting: random.lognormal(0.9, 0.7),
      },
    };
  });
}

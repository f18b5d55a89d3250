import { communitiesOf, type Graph } from "./communities.ts";

/** A text as what it is counted by: its terms, each once. */
export interface Doc {
  rater: string;
  terms: readonly string[];
}

/** Texts of one voice and language, and what is known of them. */
export interface DocsToCluster {
  docs: readonly Doc[];
  /** The share of other texts with a term: of people who are content, and of answers. */
  usual: ReadonlyMap<string, number>;
  /** The terms of the themes that there were, so that the same theme is found again. */
  earlier: readonly (readonly string[])[];
}

/** The themes of some texts. */
export interface Clusters {
  /** The theme of each text; -1 where it fits none. */
  themeOf: number[];
  /** The terms of each theme with their weights, heaviest first. */
  terms: { term: string; weight: number }[][];
}

/** From how many people on a term can be one of a theme, and a theme be one: nobody's own words are shown. */
export const PEOPLE_MIN = 3;

/** Most terms that are linked, the most frequent ones: the time grows with the square. */
const TERMS_MAX = 500;

/** How many texts two terms must have together before the link counts by half. */
const SELDOM = 3;

/** Rounds in which themes and their texts are settled. */
const ROUNDS = 12;

/** How many texts the expectation of a term's share weighs; of few texts, a tenth of them. */
const PRIOR = 100;

/** What the weights of a text's terms must add up to, in standard errors. */
const WEIGHT_MIN = 1;

/** Most terms of a theme that are kept. */
const KEPT = 25;

/**
 * Groups texts by what they say. Terms are linked by how much oftener than by chance they are said together; communities
 * of terms are themes to begin with. Then each text goes to the theme whose terms it has, and terms are weighed anew by
 * their log-odds between the theme's texts and all others, until that is settled. Deterministic.
 */
export function clusterDocs({ docs, usual, earlier }: DocsToCluster): Clusters {
  const terms = vocabulary(docs, usual);
  const at = new Map(terms.map((term, index) => [term, index]));
  const own = docs.map((doc) => doc.terms.flatMap((term) => at.get(term) ?? []));
  const start = startOf(terms, earlier);
  const communities = communitiesOf(linksOf(own, terms.length), start);
  let weights = weightsOfCommunities(communities, own, terms.length);
  let themeOf = own.map((doc) => bestTheme(doc, weights, 0));
  for (let round = 0; round < ROUNDS; round += 1) {
    weights = logOdds(own, themeOf, terms.length, weights.length);
    const next = own.map((doc) => bestTheme(doc, weights, WEIGHT_MIN));
    const settled = next.every((theme, index) => theme === themeOf[index]);
    themeOf = next;
    if (settled) break;
  }
  return onlyShared(docs, own, { themeOf, weights, terms });
}

/** The terms that enough people use and that texts without complaint have more seldom, the most frequent ones, by name. */
function vocabulary(docs: readonly Doc[], usual: ReadonlyMap<string, number>): string[] {
  const people = new Map<string, Set<string>>();
  for (const { rater, terms } of docs)
    for (const term of terms) {
      const users = people.get(term) ?? new Set();
      people.set(term, users.add(rater));
    }
  return [...people]
    .map(([term, { size }]) => ({ term, size }))
    .filter(({ term, size }) => size >= PEOPLE_MIN && size / docs.length > (usual.get(term) ?? 0))
    .sort((one, other) => other.size - one.size || compare(one.term, other.term))
    .slice(0, TERMS_MAX)
    .map(({ term }) => term)
    .sort(compare);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Terms of the same earlier theme begin together, all others alone. */
function startOf(terms: readonly string[], earlier: DocsToCluster["earlier"]): number[] {
  const known = new Map<string, number>();
  for (const [theme, own] of earlier.entries())
    for (const term of own) if (!known.has(term)) known.set(term, theme);
  return terms.map((term, index) => known.get(term) ?? earlier.length + index);
}

/** How much oftener than by chance two terms are in one text (normalized pointwise mutual information), shrunk where that is seldom. */
function linksOf(docs: readonly (readonly number[])[], count: number): Graph {
  const together = Array.from({ length: count }, () => new Map<number, number>());
  const alone = new Array<number>(count).fill(0);
  for (const doc of docs)
    for (const one of doc) {
      alone[one] = (alone[one] ?? 0) + 1;
      const near = together[one] as Map<number, number>;
      for (const other of doc) if (other !== one) near.set(other, (near.get(other) ?? 0) + 1);
    }
  return together.map((near, one) => {
    const links = new Map<number, number>();
    for (const [other, times] of near) {
      const lift = Math.log((times * docs.length) / ((alone[one] ?? 1) * (alone[other] ?? 1)));
      const most = -Math.log(times / docs.length);
      if (lift > 0) links.set(other, (most === 0 ? 1 : lift / most) * (times / (times + SELDOM)));
    }
    return links;
  });
}

/** To begin with, each term has weight only in its own community: the more, the fewer texts have it. */
function weightsOfCommunities(
  communities: readonly number[],
  docs: readonly (readonly number[])[],
  count: number,
): number[][] {
  const frequency = countTerms(docs, count);
  const weights = Array.from({ length: Math.max(-1, ...communities) + 1 }, () =>
    new Array<number>(count).fill(0),
  );
  for (const [term, community] of communities.entries())
    (weights[community] as number[])[term] = Math.log((docs.length + 1) / ((frequency[term] ?? 0) + 0.5));
  return weights;
}

function countTerms(docs: readonly (readonly number[])[], count: number): number[] {
  const frequency = new Array<number>(count).fill(0);
  for (const doc of docs) for (const term of doc) frequency[term] = (frequency[term] ?? 0) + 1;
  return frequency;
}

/** The theme whose weights a text's terms add up to most; the first of several; -1 below `least`. */
function bestTheme(doc: readonly number[], weights: readonly (readonly number[])[], least: number): number {
  let [best, most] = [-1, least];
  for (const [theme, own] of weights.entries()) {
    let sum = 0;
    for (const term of doc) sum += Math.max(0, own[term] ?? 0);
    if (sum > most + 1e-9) [best, most] = [theme, sum];
  }
  return best;
}

/**
 * By how many standard errors each term is more frequent among a theme's texts than among all others: log-odds with an
 * informative prior, which is the term's share of all texts (Monroe, Colaresi and Quinn 2008). Texts are counted, not
 * words, as a text has each term once.
 */
function logOdds(
  docs: readonly (readonly number[])[],
  themeOf: readonly number[],
  count: number,
  themes: number,
): number[][] {
  const all = countTerms(docs, count);
  const prior = Math.min(PRIOR, docs.length / 10);
  const members: (readonly number[])[][] = Array.from({ length: themes }, () => []);
  for (const [index, doc] of docs.entries()) members[themeOf[index] ?? -1]?.push(doc);
  return members.map((own) =>
    countTerms(own, count).map((times, term) => {
      const expected = (prior * (all[term] ?? 0)) / docs.length;
      const [here, there] = [times + expected, (all[term] ?? 0) - times + expected];
      // Half a text more without the term on each side, where all texts have it.
      const odds = here / (own.length + prior - here + 0.5);
      const oddsThere = there / (docs.length - own.length + prior - there + 0.5);
      return Math.log(odds / oddsThere) / Math.sqrt(1 / here + 1 / there);
    }),
  );
}

/** Only themes of several people stay, with the terms that several of them use, the largest theme first. */
function onlyShared(
  docs: readonly Doc[],
  own: readonly (readonly number[])[],
  {
    themeOf,
    weights,
    terms,
  }: { themeOf: readonly number[]; weights: readonly number[][]; terms: readonly string[] },
): Clusters {
  const found = weights.map((row, theme) => {
    const members = [...themeOf.keys()].filter((index) => themeOf[index] === theme);
    const users = new Map<number, Set<string>>();
    for (const index of members)
      for (const term of own[index] ?? [])
        users.set(term, (users.get(term) ?? new Set()).add(docs[index]?.rater ?? ""));
    const people = new Set(members.map((index) => docs[index]?.rater)).size;
    const kept = [...users]
      .filter(([term, { size }]) => size >= PEOPLE_MIN && (row[term] ?? 0) > 0)
      .map(([term]) => ({ term: terms[term] ?? "", weight: row[term] ?? 0 }))
      .sort((one, other) => other.weight - one.weight || compare(one.term, other.term))
      .slice(0, KEPT);
    return { theme, size: members.length, people, kept };
  });
  const stay = found
    .filter(({ people, kept }) => people >= PEOPLE_MIN && kept.length > 0)
    .sort((one, other) => other.size - one.size || one.theme - other.theme);
  const place = new Map(stay.map(({ theme }, index) => [theme, index]));
  return { themeOf: themeOf.map((theme) => place.get(theme) ?? -1), terms: stay.map(({ kept }) => kept) };
}

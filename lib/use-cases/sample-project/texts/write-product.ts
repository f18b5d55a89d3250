import { type Flaw, fill, type Writer } from "../draft.ts";
import { items, productNames } from "./product-items.ts";

const OPENINGS = [
  "Meet {name}, a {kind} made of {material}.",
  "{name} is the {kind} for {use}.",
  "Made of {material}, {name} is a {kind} that is built to last.",
  "Some things you use every day should be good. {name}, our {kind}, is one of them.",
  "For {use}, there is {name}: a {kind} of {material}.",
  "Our {kind} {name} does one thing, and does it well.",
];
const MIDDLES = [
  "It has {first} and {second}.",
  "With {first} and {second}, it is ready for {use}.",
  "You will like {first}; you will need {second}.",
  "The details count: {first}, {second}.",
];
const CLOSINGS = [
  "Comes in {colour}, repaired by us if it ever breaks.",
  "Available in {colour}.",
  "Designed in a small workshop and made in small batches, in {colour}.",
  "In {colour}, with a two-year guarantee.",
];
const HYPE = [
  "OMG!!! You NEED this in your life!!!",
  "The most revolutionary {kind} in the history of mankind is here!",
  "Warning: your friends will be green with envy!",
];
const UNTRUE = [
  "It is completely waterproof and comes with a lifetime guarantee.",
  "It is the lightest {kind} in the world.",
  "It is dishwasher-safe and made entirely without transport.",
];
const ELSEWHERE = [
  "Did you know that the word “{kind}” has an interesting history? Scholars are divided about its origin.",
  "We ship within two days, and orders above 50 are free of postage. Subscribe to our newsletter!",
];
const PADDING = [
  "In a world in which everything becomes faster and louder, people long for objects with a soul, for companions that are more than a mere means to an end.",
  "Whether young or old, whether in town or in the country, whether beginner or expert: everybody knows the feeling of looking for exactly the right {kind} and not finding it.",
  "Quality, as we understand it, begins with the choice of the material and does not end with the sale, but accompanies the product through its entire life.",
];
const COLOURS = [
  "moss green and sand",
  "black and natural",
  "brick red",
  "ink blue, clay and white",
  "three quiet greys",
  "mustard and slate",
];

/** A product's data, and the text for the shop. */
export const writeProduct: Writer = (random) => {
  const item = random.pick(items);
  const [first = "", second = "", third = ""] = random.several(item.features, 3);
  const slots = {
    name: random.pick(productNames),
    kind: item.kind,
    material: random.pick(item.materials),
    use: random.pick(item.uses),
    colour: random.pick(COLOURS),
    first,
    second,
  };
  const say = (text: string) => fill(text, slots);
  const parts = {
    opening: say(random.pick(OPENINGS)),
    middle: say(random.pick(MIDDLES)),
    closing: say(random.pick(CLOSINGS)),
    hype: say(random.pick(HYPE)),
    untrue: say(random.pick(UNTRUE)),
    elsewhere: say(random.pick(ELSEWHERE)),
    padding: random.several(PADDING, 2).map(say),
  };
  const length = random.pick(["short", "about 60 words", "for the catalogue"]);
  const input = [
    `Product: ${slots.name} (${item.kind})`,
    `Material: ${slots.material}`,
    `Features: ${[first, second, third].join("; ")}`,
    `Colours: ${slots.colour}`,
    `For: ${slots.use}`,
    `Length: ${length}`,
  ];
  return { input: input.join("\n"), answer: (flaw) => description(parts, flaw) };
};

interface Parts {
  opening: string;
  middle: string;
  closing: string;
  hype: string;
  untrue: string;
  elsewhere: string;
  padding: string[];
}

function description(parts: Parts, flaw: Flaw | null): string {
  const { opening, middle, closing, hype, untrue, elsewhere, padding } = parts;
  if (flaw === "inaccurate") return `${opening} ${untrue} ${closing}`;
  if (flaw === "incomplete") return opening;
  if (flaw === "off_topic") return `${opening} ${elsewhere}`;
  if (flaw === "wrong_tone") return `${hype} ${opening} ${middle} ${closing}`;
  if (flaw === "too_long") return [padding[0], opening, middle, padding[1], closing].join("\n\n");
  if (flaw === "formatting") return `# # ${opening}\n* ${middle}\n*${closing}\n\`\`\``;
  return `${opening} ${middle} ${closing}`;
}

/** A thing that a shop describes: what it is called, made of and good for. */
export interface Item {
  kind: string;
  materials: readonly string[];
  features: readonly string[];
  uses: readonly string[];
}

/** Product names; any goes with any item. */
export const productNames = [
  "Alma",
  "Birk",
  "Corvo",
  "Dune",
  "Ekko",
  "Fjell",
  "Garda",
  "Hazel",
  "Iris",
  "Juno",
  "Kite",
  "Lumo",
  "Mira",
  "Nook",
  "Otis",
  "Pip",
] as const;

/** What the shop sells. */
export const items: readonly Item[] = [
  {
    kind: "backpack",
    materials: ["recycled canvas", "waxed cotton", "ripstop nylon"],
    features: [
      "a padded sleeve for a 15-inch laptop",
      "two bottle pockets",
      "a hidden pocket in the back",
      "a luggage strap",
    ],
    uses: ["the way to work", "a weekend away", "a day in the hills"],
  },
  {
    kind: "water bottle",
    materials: ["brushed steel", "borosilicate glass", "powder-coated steel"],
    features: [
      "a lid that opens with one hand",
      "walls that keep tea hot for 12 hours",
      "a mouth wide enough for ice",
      "a loop for a finger",
    ],
    uses: ["long meetings", "the gym", "a hike"],
  },
  {
    kind: "desk lamp",
    materials: ["anodised aluminium", "oak and steel", "recycled plastic"],
    features: [
      "five steps of brightness",
      "a warm light for the evening",
      "an arm that stays where it is put",
      "a socket for a phone in its foot",
    ],
    uses: ["late reading", "drawing", "a small desk"],
  },
  {
    kind: "wool blanket",
    materials: ["lambswool", "merino wool", "recycled wool"],
    features: [
      "a herringbone weave",
      "edges sewn by hand",
      "a size of 140 by 200 centimetres",
      "dyes without heavy metals",
    ],
    uses: ["cold sofas", "picnics in April", "a guest bed"],
  },
  {
    kind: "chef's knife",
    materials: ["Solingen steel", "layered steel", "carbon steel"],
    features: [
      "a blade of 20 centimetres",
      "a handle of walnut",
      "an edge of 15 degrees",
      "a balance just before the bolster",
    ],
    uses: ["herbs and onions", "everyday cooking", "a first good kitchen"],
  },
  {
    kind: "rain jacket",
    materials: ["three-layer laminate", "recycled polyester", "waxed cotton"],
    features: [
      "taped seams",
      "vents below the arms",
      "a hood that turns with the head",
      "cuffs that close tightly",
    ],
    uses: ["the bicycle", "autumn walks", "festival fields"],
  },
  {
    kind: "notebook",
    materials: ["stone paper", "acid-free paper", "recycled paper"],
    features: ["192 numbered pages", "a spine that lies flat", "two ribbons", "a pocket in the back cover"],
    uses: ["first drafts", "field notes", "a bullet journal"],
  },
  {
    kind: "coffee grinder",
    materials: ["steel and beech", "matte ceramic", "aluminium"],
    features: [
      "40 steps from espresso to French press",
      "conical burrs",
      "room for 30 grams",
      "a lid that keeps static away",
    ],
    uses: ["quiet mornings", "the camper", "two cups at a time"],
  },
  {
    kind: "yoga mat",
    materials: ["natural rubber", "cork", "jute and rubber"],
    features: [
      "a grip that holds when wet",
      "4 millimetres of thickness",
      "lines for the alignment",
      "a strap to carry it",
    ],
    uses: ["hot classes", "short breaks at home", "travel"],
  },
  {
    kind: "bicycle bell",
    materials: ["brass", "blackened steel", "copper"],
    features: [
      "a tone that lasts three seconds",
      "a clamp for any handlebar",
      "a striker without plastic",
      "a weight of 62 grams",
    ],
    uses: ["crowded bridges", "an old frame", "a gift"],
  },
  {
    kind: "plant pot",
    materials: ["terracotta", "glazed stoneware", "concrete"],
    features: [
      "a hole and a saucer",
      "a reservoir for a week",
      "a rim that does not chip",
      "felt below its foot",
    ],
    uses: ["thirsty ferns", "a sunny sill", "an office without a gardener"],
  },
  {
    kind: "headphone stand",
    materials: ["walnut", "bent steel", "cast concrete"],
    features: ["a pad of cork", "a cable channel", "a foot that does not slip", "room for two pairs"],
    uses: ["tidy desks", "studios", "shared rooms"],
  },
];

/** One thing that an article says: at length, in a summary, and in a summary that got it wrong. */
export interface Fact {
  long: string;
  short: string;
  wrong: string;
}

/** A subject that articles are made up of; the first fact is the news. */
export interface Topic {
  headlines: readonly string[];
  facts: readonly [Fact, Fact, Fact, Fact];
}

/** Cities, people and bodies that stand in for `{city}`, `{person}` and `{body}`. */
export const articleNames = {
  city: [
    "Aldersund",
    "Brenning",
    "Casterby",
    "Dorlach",
    "Eastmere",
    "Falkenau",
    "Grantham Quay",
    "Hollin Bridge",
    "Ismere",
    "Kaltbrunn",
    "Lowmoor",
    "Marsten",
  ],
  person: [
    "Marta Lindqvist",
    "Tomasz Weil",
    "Adaeze Obi",
    "Henrik Falk",
    "Yuki Tanabe",
    "Clara Dupont",
    "Samir Haddad",
    "Greta Solberg",
    "Luis Carrasco",
    "Joan Pell",
  ],
  body: [
    "the city council",
    "the regional assembly",
    "the transport authority",
    "the water board",
    "the chamber of commerce",
    "the school board",
  ],
} as const;

/** What the articles are about. */
export const articleTopics: readonly Topic[] = [
  {
    headlines: ["{city} to close its inner ring to cars", "Fewer cars for the centre of {city}"],
    facts: [
      {
        long: "{city} will close its inner ring road to private cars from {month} on, {body} decided on Tuesday evening after a debate of four hours.",
        short: "{city} closes its inner ring road to private cars from {month}.",
        wrong: "{city} opens its inner ring road to private cars from {month}.",
      },
      {
        long: "Buses, deliveries before ten o'clock and residents with a permit may still use it, and {number} new bicycle stands are to be built along the route.",
        short: "Buses, early deliveries and residents are exempt, and {number} bicycle stands are added.",
        wrong: "Not even residents are exempt, and {wrongNumber} bicycle stands are added.",
      },
      {
        long: "Shopkeepers fear for their trade; a survey among them found that {percent} per cent expect to lose customers in the first year.",
        short: "{percent} per cent of shopkeepers expect to lose customers at first.",
        wrong: "{wrongPercent} per cent of shopkeepers expect to win customers.",
      },
      {
        long: "“We will measure it and correct it where we must,” said {person}, who leads the project, and announced a first report after twelve months.",
        short: "Project lead {person} promises a report after twelve months.",
        wrong: "Project lead {person} rules out any report.",
      },
    ],
  },
  {
    headlines: ["A quieter {city} by night", "Study: how much sleep noise costs {city}"],
    facts: [
      {
        long: "People in {city} lose {percent} minutes of sleep a week to night traffic, a study shows that was presented by {person} on Monday.",
        short: "Night traffic costs people in {city} {percent} minutes of sleep a week, a study finds.",
        wrong: "Night traffic costs people in {city} {percent} minutes of sleep a day, a study finds.",
      },
      {
        long: "For it, {number} volunteers wore a wristband for half a year, and microphones recorded the noise in front of their bedroom windows.",
        short: "{number} volunteers wore wristbands for half a year while their streets were recorded.",
        wrong: "{wrongNumber} volunteers answered a questionnaire.",
      },
      {
        long: "The effect was strongest among those who live within fifty metres of a crossing, and it vanished where the limit had been lowered to thirty.",
        short: "Crossings are worst, and a lower speed limit removed the effect.",
        wrong: "A lower speed limit made no difference.",
      },
      {
        long: "Whether the results hold for smaller towns is open, as the researchers themselves admit; a second study is to begin in {month}.",
        short: "A second study in smaller towns begins in {month}.",
        wrong: "Smaller towns showed the same, the researchers say.",
      },
    ],
  },
  {
    headlines: ["{city} mill doubles its profit", "Paper is back: a good year for the {city} mill"],
    facts: [
      {
        long: "The paper mill of {city} has doubled its profit and will hire {number} people, its director {person} announced when presenting the annual figures.",
        short: "The {city} paper mill doubled its profit and hires {number} people.",
        wrong: "The {city} paper mill halved its profit and lets {number} people go.",
      },
      {
        long: "Turnover rose by {percent} per cent, mainly because packaging made of paper replaces plastic film in ever more supermarkets.",
        short: "Turnover rose {percent} per cent as paper packaging replaces plastic.",
        wrong: "Turnover rose {wrongPercent} per cent thanks to printing paper.",
      },
      {
        long: "A new boiler that burns bark is to make the plant independent of gas by {month} of next year, at a cost of some forty million.",
        short: "A bark boiler is to replace gas by {month} of next year.",
        wrong: "A gas boiler is to replace bark by {month} of next year.",
      },
      {
        long: "The union welcomed the jobs, but demands that the rotating shifts of the past three winters come to an end.",
        short: "The union welcomes the jobs and wants an end to rotating shifts.",
        wrong: "The union rejects the new jobs.",
      },
    ],
  },
  {
    headlines: ["Underdogs from {city} reach the final", "{city} wins in the last minute"],
    facts: [
      {
        long: "The handball team of {city} is in the cup final for the first time, after beating the champions by a single goal in the last minute on Saturday.",
        short: "{city}'s handball team beat the champions by one goal and is in its first cup final.",
        wrong: "{city}'s handball team lost to the champions by one goal.",
      },
      {
        long: "{number} supporters had travelled along, and the decisive throw came from {person}, who had been out with a torn ligament since {month}.",
        short: "{person}, back from an injury since {month}, threw the winning goal.",
        wrong: "{person}, injured since {month}, had to watch the winning goal.",
      },
      {
        long: "The keeper held {percent} per cent of all throws, a figure that nobody in the league has reached this season.",
        short: "The keeper held {percent} per cent of throws, the best of the season.",
        wrong: "The keeper held only {wrongPercent} per cent of throws.",
      },
      {
        long: "Tickets for the final are sold from Wednesday on, and the club has asked its members to order one each at most.",
        short: "Tickets are sold from Wednesday, one a member.",
        wrong: "Tickets are sold out already.",
      },
    ],
  },
  {
    headlines: ["Old harbour of {city} becomes a school", "Classrooms instead of cranes in {city}"],
    facts: [
      {
        long: "In the old harbour of {city}, a school for {number} children is being built into a warehouse that has stood empty for thirty years.",
        short: "{city} builds a school for {number} children into an empty harbour warehouse.",
        wrong: "{city} tears down a harbour warehouse to build a school for {wrongNumber} children.",
      },
      {
        long: "The brick walls stay as they are; the architect {person} puts a house of timber inside them, so that cold and noise stay out.",
        short: "Architect {person} keeps the brick walls and builds a timber house inside.",
        wrong: "Architect {person} replaces the brick walls by concrete.",
      },
      {
        long: "That costs {percent} per cent more than a new building on a meadow would have, but saves the ground and a bus line.",
        short: "It costs {percent} per cent more than building on a meadow.",
        wrong: "It costs {percent} per cent less than building on a meadow.",
      },
      {
        long: "Lessons begin in {month}, if the winter is mild; until then, the children are taught in containers beside the fire station.",
        short: "Lessons begin in {month} if the winter is mild.",
        wrong: "Lessons began in {month} as planned.",
      },
    ],
  },
  {
    headlines: ["Leaks cost {city} a lake a year", "Where the water of {city} goes"],
    facts: [
      {
        long: "{city} loses {percent} per cent of its drinking water through leaking pipes, more than any other town of its size, {body} reports.",
        short: "{city} loses {percent} per cent of its drinking water through leaks.",
        wrong: "{city} loses {wrongPercent} per cent of its drinking water through theft.",
      },
      {
        long: "Most of the pipes are older than eighty years, and at the present pace it would take another {number} years to replace them all.",
        short: "At the present pace, replacing all pipes would take {number} years.",
        wrong: "All pipes will be replaced within {wrongNumber} months.",
      },
      {
        long: "From {month} on, sensors are to listen to the pipes at night, when little is drawn, and find the leaks by their sound.",
        short: "From {month}, sensors listen for leaks at night.",
        wrong: "From {month}, the water is turned off at night.",
      },
      {
        long: "For households, {person} of the water works said, the price rises by about as much as a loaf of bread a month.",
        short: "Households pay about a loaf of bread more a month.",
        wrong: "Households pay nothing more.",
      },
    ],
  },
  {
    headlines: ["Night trains return to {city}", "Asleep to the sea: {city} gets a night train"],
    facts: [
      {
        long: "After eleven years, a night train will stop in {city} again: from {month} on it runs three times a week to the coast.",
        short: "From {month}, a night train runs from {city} to the coast three times a week.",
        wrong: "From {month}, a night train runs from {city} to the coast every day.",
      },
      {
        long: "It has {number} beds, a carriage for bicycles and, for the first time, cabins for people who travel alone.",
        short: "It has {number} beds, a bicycle carriage and single cabins.",
        wrong: "It has {wrongNumber} seats but no beds.",
      },
      {
        long: "The operator expects that {percent} per cent of the travellers would otherwise have flown, which {person} of the passengers' association calls optimistic.",
        short:
          "The operator hopes that {percent} per cent switch from flying; passengers' advocate {person} doubts it.",
        wrong: "Passengers' advocate {person} expects that {percent} per cent switch from driving.",
      },
      {
        long: "Tickets cost from forty-nine, breakfast included, and can be booked half a year ahead.",
        short: "Tickets start at forty-nine with breakfast.",
        wrong: "Tickets start at ninety-four without breakfast.",
      },
    ],
  },
  {
    headlines: ["{city}'s library lends drills and tents", "Borrow, don't buy: a new shelf in {city}"],
    facts: [
      {
        long: "The public library of {city} now lends things as well as books: {number} of them, from a drill to a tent for six.",
        short: "{city}'s public library now lends {number} things, from drills to tents.",
        wrong: "{city}'s public library now sells {number} things, from drills to tents.",
      },
      {
        long: "The idea came from {person}, who had counted how often her neighbours used their own drill: eleven minutes in its whole life.",
        short: "{person} had the idea after counting how little a drill is used.",
        wrong: "{body} had the idea after a competition.",
      },
      {
        long: "In the trial, {percent} per cent of the things came back on time, which is better than the novels do.",
        short: "{percent} per cent came back on time, more than novels do.",
        wrong: "Only {wrongPercent} per cent came back at all.",
      },
      {
        long: "From {month} on, {body} wants to open two more such shelves in the suburbs if volunteers can be found for repairs.",
        short: "Two more shelves follow in {month} if volunteers are found.",
        wrong: "No further shelves are planned.",
      },
    ],
  },
];

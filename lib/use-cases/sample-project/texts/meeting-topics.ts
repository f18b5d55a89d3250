/** A matter that a meeting deals with: what is said, what is decided, and who does what. */
export interface Matter {
  said: readonly string[];
  decision: string;
  /** The same decision, misheard. */
  misheard: string;
  task: string;
}

/** People who meet. */
export const attendees = [
  "Aylin",
  "Boris",
  "Celeste",
  "Daniel",
  "Esther",
  "Femi",
  "Gesa",
  "Harun",
  "Ines",
  "Jules",
  "Kira",
  "Leon",
  "Maud",
  "Nils",
] as const;

/** What meetings are about. `{a}`, `{b}` and `{c}` are three people, `{day}` a weekday, `{number}` a number. */
export const matters: readonly Matter[] = [
  {
    said: [
      "{a}: The new sign-up form loses {number} per cent of people at the second step.",
      "{b}: Then let us drop the phone number, nobody calls anyway.",
      "{a}: Fine with me. {c}, can you change it by {day}?",
    ],
    decision: "The phone number leaves the sign-up form.",
    misheard: "The sign-up form gets a phone number.",
    task: "{c}: change the sign-up form by {day}",
  },
  {
    said: [
      "{b}: The fair is in {number} days and we have no booth yet.",
      "{c}: The small one is enough, the large one costs double.",
      "{b}: Agreed, the small one. I order it by {day}.",
    ],
    decision: "The small booth is booked for the fair.",
    misheard: "The large booth is booked for the fair.",
    task: "{b}: order the booth by {day}",
  },
  {
    said: [
      "{c}: Support got {number} mails about invoices last week.",
      "{a}: Most of them ask for the VAT number.",
      "{c}: I write a help page, ready on {day}.",
    ],
    decision: "There will be a help page about invoices.",
    misheard: "Invoices are no longer sent by mail.",
    task: "{c}: write the help page by {day}",
  },
  {
    said: [
      "{a}: The backup of the reports took {number} minutes again.",
      "{b}: It should run at night and not at noon.",
      "{a}: I move it, you will see it from {day} on.",
    ],
    decision: "The backup of the reports moves to the night.",
    misheard: "The backup of the reports moves to noon.",
    task: "{a}: move the backup by {day}",
  },
  {
    said: [
      "{b}: Two candidates for the design role, both good.",
      "{a}: I would take the one with the portfolio in print.",
      "{c}: So would I.",
      "{b}: I call her on {day}.",
    ],
    decision: "The candidate with the print portfolio gets an offer.",
    misheard: "Both candidates get an offer.",
    task: "{b}: call the candidate on {day}",
  },
  {
    said: [
      "{c}: Rent goes up by {number} per cent from spring on.",
      "{a}: Can we give one room back?",
      "{c}: I ask the landlord and tell you on {day}.",
    ],
    decision: "One room may be given back if the landlord agrees.",
    misheard: "The office is given up.",
    task: "{c}: ask the landlord by {day}",
  },
  {
    said: [
      "{a}: The price list is from last year.",
      "{b}: Plus {number} per cent for repairs, the rest stays.",
      "{a}: Good. {b}, please send me the new one by {day}.",
    ],
    decision: "Repairs become dearer, all other prices stay.",
    misheard: "All prices rise.",
    task: "{b}: send the new price list by {day}",
  },
  {
    said: [
      "{b}: The customer in the north wants the interface in Danish.",
      "{c}: That is {number} texts.",
      "{a}: We let an agency do it, I ask for an offer by {day}.",
    ],
    decision: "An agency translates the interface into Danish.",
    misheard: "The interface stays untranslated.",
    task: "{a}: ask the agency for an offer by {day}",
  },
  {
    said: [
      "{c}: {number} people came to the last webinar, half of them left early.",
      "{a}: An hour is too long.",
      "{c}: Then 30 minutes next time. I change the invitation by {day}.",
    ],
    decision: "Webinars last 30 minutes from now on.",
    misheard: "Webinars are given up.",
    task: "{c}: change the invitation by {day}",
  },
  {
    said: [
      "{a}: The printer on the second floor is broken for good.",
      "{b}: Do we need one at all?",
      "{a}: For the labels, yes. I order the cheaper one on {day}.",
    ],
    decision: "A cheaper printer is bought for the labels.",
    misheard: "There will be no new printer.",
    task: "{a}: order the printer on {day}",
  },
];

/** What the routes belong to, in the order in which the contract tells of them. */
export const tags = [
  { name: "Interactions", description: "Log the answers of your AI feature, and read them back." },
  {
    name: "Feedback",
    description:
      "What users think of an answer: thumbs, stars, corrections, comments, and scores of your own.",
  },
  {
    name: "Annotations and signals",
    description: "Highlighted passages, and what users did with an answer.",
  },
  { name: "Events", description: "Batches of everything, and what came before its answer." },
  {
    name: "Dashboard",
    description:
      "The numbers that the dashboard draws. Every rate has its n and its 95 % interval; what is missing is null with the reason, never 0. A rating counts at the time of its answer.",
  },
  { name: "Privacy", description: "What would be taken out of a text before it is stored." },
  { name: "Impact", description: "What feedback led to." },
  { name: "Health", description: "For load balancers and for the eye. They need no key." },
] as const;

/** The name of one of the tags. */
export type Tag = (typeof tags)[number]["name"];

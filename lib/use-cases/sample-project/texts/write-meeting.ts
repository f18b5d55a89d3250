import { type Flaw, fill, type Writer } from "../draft.ts";
import { attendees, matters } from "./meeting-topics.ts";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const TITLES = ["Weekly", "Product round", "Ops check-in", "Planning", "Jour fixe", "Stand-up"];
const SMALL_TALK = [
  "{a}: Is everybody here? Good.",
  "{b}: Sorry, the tram was late again.",
  "{c}: Can you hear me now?",
  "{a}: Coffee is in the kitchen.",
  "{b}: Let us be quick today.",
];
const QUIPS = [
  "Another meeting that could have been a mail!",
  "Grab some popcorn, here is what they argued about:",
];
const ELSEWHERE = [
  "Good meetings have an agenda, a clear goal and an end. Experts recommend no more than eight people.",
  "The weather and the trains were talked about at the beginning.",
];
const PADDING = [
  "The meeting began with the greeting of those present and the establishment of the technical requirements.",
  "After a lively exchange in which all sides had the opportunity to put forward their views, the following emerged:",
];

/** The transcript of a meeting, and its minutes. */
export const writeMeeting: Writer = (random) => {
  const [a = "", b = "", c = ""] = random.several(attendees, 3);
  const dealt = random.several(matters, random.between(2, 3)).map((matter) => {
    const slots = { a, b, c, day: random.pick(DAYS), number: random.between(5, 45) };
    const say = (text: string) => fill(text, slots);
    return {
      said: matter.said.map(say),
      decision: say(matter.decision),
      misheard: say(matter.misheard),
      task: say(matter.task),
    };
  });
  const parts = {
    title: `${random.pick(TITLES)}, ${random.pick(DAYS)}`,
    present: [a, b, c],
    dealt,
    spoiled: random.between(0, dealt.length - 1),
    quip: random.pick(QUIPS),
    elsewhere: random.pick(ELSEWHERE),
  };
  const talk = random.several(SMALL_TALK, random.between(1, 2)).map((text) => fill(text, { a, b, c }));
  const transcript = [...talk, ...dealt.flatMap(({ said }) => said)];
  return { input: transcript.join("\n"), answer: (flaw) => minutes(parts, flaw) };
};

interface Parts {
  title: string;
  present: string[];
  dealt: { said: string[]; decision: string; misheard: string; task: string }[];
  spoiled: number;
  quip: string;
  elsewhere: string;
}

function minutes({ title, present, dealt, spoiled, quip, elsewhere }: Parts, flaw: Flaw | null): string {
  const heard = dealt.map(({ decision, misheard }, index) =>
    flaw === "inaccurate" && index === spoiled ? misheard : decision,
  );
  const tasks = dealt.map(({ task }) => task);
  if (flaw === "formatting")
    return `Decisions: ${heard.join(" - ")} Action items - [ ] ${tasks.join(" - [ ]")}`;
  const head = `**${title}** (${present.join(", ")})`;
  const decisions = `**Decisions**\n${list(heard, "- ")}`;
  const actions = `**Action items**\n${list(flaw === "incomplete" ? tasks.slice(0, -1) : tasks, "- [ ] ")}`;
  if (flaw === "off_topic") return [head, elsewhere, decisions].join("\n\n");
  if (flaw === "wrong_tone") return [quip, decisions, actions].join("\n\n");
  if (flaw === "too_long") {
    const course = `**Course of the meeting**\n${list(
      dealt.flatMap(({ said }) => said),
      "- ",
    )}`;
    return [head, PADDING[0], course, PADDING[1], decisions, actions].join("\n\n");
  }
  return [head, decisions, actions].join("\n\n");
}

const list = (lines: readonly string[], mark: string): string => lines.map((line) => mark + line).join("\n");

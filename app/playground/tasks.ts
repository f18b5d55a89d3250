import type { DraftTask } from "#lib/act/drafts/index.ts";

/** An article to summarise. */
const articleExample = `Harrow Bay swaps its last diesel ferry for batteries

The ferry between Harrow Bay and Saint Orla will run on batteries from the first of June, the harbour authority said on Monday. The new ship, the Tern, replaces a diesel ferry that has crossed the strait since 1987. It carries 240 passengers and 36 cars, about as many as the old one.

The crossing takes 22 minutes. At each end, a charging arm on the pier fills the batteries while cars drive off and on, which takes nine minutes. The authority tested the arms through the winter and found that ice stopped them on four days out of ninety. On such days a smaller diesel boat will stand in.

The Tern cost 18.4 million euros, of which the region pays half. The authority expects to save 610,000 euros a year on fuel and repairs. Fares stay as they are until the end of next year, and islanders keep their half-price card.

Not everybody is pleased. The crew of the old ferry will shrink from eleven to eight, and the union says that three jobs were promised elsewhere in the harbour but have not been written down. Fishermen asked for the timetable to keep its early crossing at 5:40, which the first draft had left out. The authority put it back last week.

Visitors can see the Tern at the north pier on the last weekend of May. The old ferry has been sold to a yard that will take it apart.`;

/** A customer's mail to answer. */
const supportMailExample = `From: Ines Okafor <ines.okafor@example.com>
Subject: Grinder from order 20418 stops after a few seconds

Hello,

I bought the Bruno hand-held coffee grinder from you three weeks ago (order 20418). Since yesterday it stops after about five seconds and the light blinks red twice. I have charged it overnight and cleaned the burrs as the manual says, but nothing changed.

I need it for a trip that begins on Friday the 14th. Can you send me a replacement before then? And do I have to send the broken one back first, or can I do that afterwards?

By the way, the grinder itself is lovely. I would rather keep it than get my money back.

Kind regards,
Ines Okafor`;

/** Notes to make an announcement of. */
const announcementNotes = `Shared calendars arrive in Meadow

- Shared calendars are ready for all teams on the Standard and Plus plans from Tuesday, 9 September.
- Anyone can make a calendar, choose a colour and invite people by mail, also people outside the team.
- Guests see only the calendars they were invited to, and nothing else of the team.
- Existing personal calendars stay private. Nobody has to move anything.
- The phone app follows about two weeks later. Until then, shared calendars can be read on the phone but not changed.
- 38 teams tried it over the summer. Most asked for repeating events with exceptions, so we built those too.
- There is a ten-minute tour on the help pages, and a live session on Thursday at 16:00.`;

/** What the page says about a task, and the text that it begins with. */
export interface TaskWords {
  task: DraftTask;
  label: string;
  /** What the reader puts in. */
  inputLabel: string;
  example: string;
}

/** The tasks in the order in which they are offered. */
export const tasks: readonly TaskWords[] = [
  { task: "summary", label: "Summarise an article", inputLabel: "Article", example: articleExample },
  {
    task: "support_reply",
    label: "Answer a support mail",
    inputLabel: "Customer’s mail",
    example: supportMailExample,
  },
  { task: "announcement", label: "Draft an announcement", inputLabel: "Notes", example: announcementNotes },
];

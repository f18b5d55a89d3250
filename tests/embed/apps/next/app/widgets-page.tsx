import { Answer } from "../src/widgets/answer";
import { answerFor } from "../widgets-answer.mjs";
import "../src/widgets/page.css";

interface PageProps {
  searchParams: Promise<Record<string, string | undefined>>;
}

export const metadata = { title: "A mail from support" };

/** Logs its answer on the server while it is rendered. */
export default async function Page({ searchParams }: PageProps) {
  const asked = await searchParams;
  const answer = await answerFor(asked);
  return <Answer {...answer} plain={asked.plain !== undefined} news={asked.news !== undefined} />;
}

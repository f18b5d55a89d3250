import { answerFor } from "../answer.mjs";
import { Answer } from "../src/answer";

interface PageProps {
  searchParams: Promise<Record<string, string | undefined>>;
}

/** Logs its answer on the server while it is rendered. */
export default async function Page({ searchParams }: PageProps) {
  const asked = await searchParams;
  const answer = await answerFor(asked);
  return <Answer {...answer} plain={asked.plain !== undefined} news={asked.news !== undefined} />;
}

import { connection } from "next/server";
import { Reply } from "./reply";
import { forPages, log } from "./whetstone";

const question = "The lamp arrived broken. Can I have my money back?";
/** In place of your model. */
const writeReply = async () =>
  "We are sorry that the lamp broke. The refund of 39 euros is on its way to you.";

/** Writes a reply and logs it while the page is rendered. */
export default async function Page() {
  await connection();
  const draft = await writeReply();
  const logged = await log({
    feature_name: "support-reply",
    input: question,
    response_text: draft,
    model_name: "stand-in",
  });
  return (
    <main>
      <h1>A reply to a customer</h1>
      <blockquote>{question}</blockquote>
      {logged?.feedback_token ? (
        <Reply {...forPages} draft={draft} id={logged.interaction_id} token={logged.feedback_token} />
      ) : (
        <p>{draft}</p>
      )}
    </main>
  );
}

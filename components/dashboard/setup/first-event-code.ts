/** The placeholder for a key. */
export const KEY_PLACEHOLDER = "YOUR_SECRET_KEY";

/** The call that sends a first rating and logs its interaction with it. */
export const firstEventCurl = (origin: string, secretKey: string): string =>
  [
    `curl ${origin}/api/feedback \\`,
    `  -H "Authorization: Bearer ${secretKey}" \\`,
    `  -H "Content-Type: application/json" -d '{`,
    `    "interaction_id": "first-answer", "user_id": "user-1",`,
    `    "rating_type": "binary", "rating_value": 1,`,
    `    "feature_name": "first-feature", "model_name": "my-model",`,
    `    "input": "What is a whetstone?",`,
    `    "response_text": "A stone that sharpens blades."}'`,
  ].join("\n");

/** A bar under an answer, in somebody's React page. */
export const embedSnippet = (origin: string, publishableKey: string): string =>
  [
    `import { FeedbackBar, httpAdapter } from "whetstone/react";`,
    `import "whetstone/styles.css";`,
    "",
    "const adapter = httpAdapter({",
    `  baseUrl: "${origin}",`,
    `  publishableKey: "${publishableKey}",`,
    "  feedbackToken: answer.feedback_token,",
    "});",
    "",
    "<FeedbackBar interactionId={answer.interaction_id} adapter={adapter} />",
  ].join("\n");

/**
 * The command that brings the package which the code imports: as a file in the reader's repository, since the address of
 * this server in their package.json would have to be reached by every teammate and CI run.
 */
export const installCommand = (origin: string): string =>
  `npm install ./$(npm pack -s ${origin}/whetstone.tgz)`;

/** What the reader does with the file that the command leaves. */
export const INSTALL_NOTE =
  "This downloads the package into your app and installs it from that file. Commit the file so that teammates and CI can install it without access to this server.";

import { z } from "zod";
import { feedbackBodySchema } from "#lib/observe/feedback/index.ts";
import { interactionBodySchema } from "#lib/observe/interactions/index.ts";
import { faultIn } from "#lib/platform/route/validate-json.ts";
import {
  emptyLine,
  type LineContent,
  type LineReader,
  type NamedInteraction,
  refusedLine,
} from "./line-content.ts";
import { formatIssues } from "./read-api-line.ts";

/** Maximum votes of one kind on a message; each becomes a separate rating. */
const VOTES_MAX = 10_000;

const votes = z.int().min(0).max(VOTES_MAX, `must be at most ${VOTES_MAX}`);

const messageSchema = z.object({
  message_id: z.string().min(1),
  role: z.enum(["prompter", "assistant"]),
  text: z.string(),
  lang: z.string().nullish(),
  model_name: z.string().nullish(),
  rank: z.number().nullish(),
  emojis: z.object({ "+1": votes.nullish(), "-1": votes.nullish() }).nullish(),
  replies: z.array(z.unknown()).nullish(),
});

const treeSchema = z.object({ message_tree_id: z.string().nullish(), prompt: z.unknown() });

type Message = z.infer<typeof messageSchema>;

/** Reads an OpenAssistant conversation tree: every assistant message an interaction, every thumb on it a rating. */
export const readOasstLine: LineReader = (text) => {
  const tree = parseTree(text);
  if (!tree)
    return refusedLine("is not a conversation tree: an object with “prompt”, or a message with “message_id”");
  const content = emptyLine();
  // A list instead of recursion: a tree may be deeper than the stack.
  const waiting: { raw: unknown; parent: Message | null }[] = [{ raw: tree.root, parent: null }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const parsed = messageSchema.safeParse(next.raw);
    if (!parsed.success) {
      content.refusals.push(`${nameOf(next.raw)}: ${formatIssues(parsed.error)}`);
      continue;
    }
    const message = parsed.data;
    if (message.role === "assistant") addAnswer(content, message, next.parent, tree.id);
    for (const raw of (message.replies ?? []).toReversed()) waiting.push({ raw, parent: message });
  }
  return content;
};

function parseTree(text: string): { id: string | undefined; root: unknown } | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const tree = treeSchema.safeParse(value);
  if (tree.success && tree.data.prompt)
    return { id: tree.data.message_tree_id ?? undefined, root: tree.data.prompt };
  const message = messageSchema.safeParse(value);
  return message.success ? { id: message.data.message_id, root: value } : null;
}

function addAnswer(
  content: LineContent,
  message: Message,
  parent: Message | null,
  treeId: string | undefined,
) {
  const metadata = {
    message_tree_id: treeId,
    parent_id: parent?.message_id,
    rank: message.rank ?? undefined,
  };
  const body = {
    interaction_id: message.message_id,
    feature_name: "oasst",
    model_name: message.model_name ?? "unknown",
    input: parent?.text,
    response_text: message.text,
    language: message.lang ?? undefined,
    metadata: Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined)),
  };
  const fault = faultIn(body);
  const parsed = interactionBodySchema.safeParse(body);
  if (fault || !parsed.success) {
    const words = parsed.success ? `${fault?.path}: ${fault?.message}` : formatIssues(parsed.error);
    content.refusals.push(`${nameOf(message)}: ${words}`);
    return;
  }
  content.interactions.push(parsed.data as NamedInteraction);
  content.ratings.push(...thumbs(message, "up", 1), ...thumbs(message, "down", 0));
}

/** One rating per vote, each by a different user, with the same ids in every import. */
function thumbs({ message_id, emojis }: Message, direction: "up" | "down", value: 0 | 1) {
  const count = emojis?.[direction === "up" ? "+1" : "-1"] ?? 0;
  return Array.from({ length: count }, (_, index) => {
    const voter = `${message_id}:${direction}:${index + 1}`;
    return feedbackBodySchema.parse({
      interaction_id: message_id,
      rating_type: "binary",
      rating_value: value,
      user_id: voter,
      feedback_id: voter,
    });
  });
}

const nameOf = (raw: unknown): string => {
  const { message_id: id } = (raw ?? {}) as { message_id?: unknown };
  return typeof id === "string" ? `message ${id}` : "a message without message_id";
};

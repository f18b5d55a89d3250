"use client";

import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/fields/select.tsx";
import { TextAreaField } from "#components/ui/fields/text-area-field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { DraftMessage, MessageRole } from "./editor-draft.ts";

interface MessageFieldsProps {
  messages: readonly DraftMessage[];
  /** What was refused of single messages, by their place. */
  errors: ReadonlyMap<number, string>;
  /** What was refused of all. */
  error: string | undefined;
  onChange: (messages: DraftMessage[]) => void;
}

const roles: readonly MessageRole[] = ["system", "user", "assistant"];

/** The messages of a chat prompt, each with its role; they are added, moved and removed. */
export function MessageFields({ messages, errors, error, onChange }: MessageFieldsProps) {
  const replace = (at: number, changes: Partial<DraftMessage>) =>
    onChange(messages.map((message, index) => (index === at ? { ...message, ...changes } : message)));
  const move = (at: number, by: -1 | 1) => {
    const moved = messages[at];
    if (moved) onChange(messages.toSpliced(at, 1).toSpliced(at + by, 0, moved));
  };
  const add = () => {
    const key = Math.max(-1, ...messages.map((message) => message.key)) + 1;
    onChange([
      ...messages,
      { key, role: messages.at(-1)?.role === "user" ? "assistant" : "user", content: "" },
    ]);
  };
  return (
    <div className="space-y-4">
      {messages.map((message, index) => (
        <Message
          key={message.key}
          message={message}
          place={index}
          count={messages.length}
          error={errors.get(index)}
          onChange={(changes) => replace(index, changes)}
          onMove={(by) => move(index, by)}
          onRemove={() => onChange(messages.toSpliced(index, 1))}
        />
      ))}
      {error && errors.size === 0 && <p className="text-bad text-xs">{error}</p>}
      <Button onClick={add}>
        <Plus aria-hidden className="size-4" />
        Add message
      </Button>
    </div>
  );
}

interface MessageProps {
  message: DraftMessage;
  place: number;
  count: number;
  error: string | undefined;
  onChange: (changes: Partial<DraftMessage>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

function Message({
  message: { role, content },
  place,
  count,
  error,
  onChange,
  onMove,
  onRemove,
}: MessageProps) {
  const name = `Message ${place + 1}`;
  return (
    <fieldset aria-label={name} className="rounded-md border border-line p-3">
      <div className="mb-2 flex items-center gap-1">
        <Select
          label={`Role of message ${place + 1}`}
          value={role}
          className="mr-auto w-32"
          onChange={({ target }) => onChange({ role: target.value as MessageRole })}
        >
          {roles.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </Select>
        <IconButton
          label={`Move message ${place + 1} up`}
          icon={<ArrowUp aria-hidden className="size-4" />}
          disabled={place === 0}
          onClick={() => onMove(-1)}
        />
        <IconButton
          label={`Move message ${place + 1} down`}
          icon={<ArrowDown aria-hidden className="size-4" />}
          disabled={place === count - 1}
          onClick={() => onMove(1)}
        />
        <IconButton
          label={`Remove message ${place + 1}`}
          icon={<Trash2 aria-hidden className="size-4" />}
          disabled={count === 1}
          onClick={onRemove}
        />
      </div>
      <TextAreaField
        label={name}
        mono
        rows={6}
        spellCheck={false}
        value={content}
        onChange={({ target }) => onChange({ content: target.value })}
        error={error}
      />
    </fieldset>
  );
}

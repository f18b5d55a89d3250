"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { SelectField } from "#components/ui/fields/select-field.tsx";
import { TextAreaField } from "#components/ui/fields/text-area-field.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { type Resolution, resolutions, TAG_LENGTH } from "#lib/domain/inbox.ts";
import { resolutionLabels } from "./inbox-words.ts";
import { type Change, changes } from "./use-changes.ts";

/** What is asked before a change is made. */
export type Asked = "assign" | "wait" | "resolve" | "tag" | "note";

interface InboxDialogProps {
  /** Null where nothing is asked. */
  asked: Asked | null;
  /** How many items it is about. */
  count: number;
  /** Whether all of them are problems, which can wait until they change. */
  areProblems: boolean;
  members: readonly { userId: string; name: string }[];
  /** The versions of the prompt that what is shown was made with, the newest first; null where there are several prompts. */
  prompt: { template: string; versions: readonly string[] } | null;
  tags: readonly string[];
  onChange: (change: Change) => void;
  onClose: () => void;
}

const titles: Record<Asked, string> = {
  assign: "Assign",
  wait: "Let it wait",
  resolve: "Resolve",
  tag: "Add a tag",
  note: "Add a note",
};

/** Asks what a change needs, for one item or many. */
export function InboxDialog({ asked, count, onChange, onClose, ...about }: InboxDialogProps) {
  const title = asked ? `${titles[asked]}${count > 1 ? ` (${count} items)` : ""}` : "";
  const send = (change: Change | null) => {
    if (!change) return;
    onClose();
    onChange(change);
  };
  return (
    <Dialog open={asked !== null} onClose={onClose} title={title}>
      {asked === "assign" && <AssignForm members={about.members} onSend={send} />}
      {asked === "wait" && <WaitForm areProblems={about.areProblems} onSend={send} />}
      {asked === "resolve" && <ResolveForm prompt={about.prompt} onSend={send} />}
      {asked === "tag" && <TagForm tags={about.tags} onSend={send} />}
      {asked === "note" && <NoteForm onSend={send} />}
    </Dialog>
  );
}

type Send = (change: Change | null) => void;

const submitting =
  (read: (form: FormData) => Change | null, onSend: Send) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSend(read(new FormData(event.currentTarget)));
  };

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();

function Submit({ children }: { children: string }) {
  return (
    <div className="mt-4 flex justify-end">
      <Button type="submit" tone="primary">
        {children}
      </Button>
    </div>
  );
}

function AssignForm({ members, onSend }: { members: InboxDialogProps["members"]; onSend: Send }) {
  const read = (form: FormData) => {
    const member = members.find(({ userId }) => userId === textOf(form, "assignee"));
    return member ? changes.assign(member) : null;
  };
  return (
    <form onSubmit={submitting(read, onSend)} className="pt-2">
      <SelectField label="Member" name="assignee">
        {members.map(({ userId, name }) => (
          <option key={userId} value={userId}>
            {name}
          </option>
        ))}
      </SelectField>
      <Submit>Assign</Submit>
    </form>
  );
}

/** In how many days an item comes back, as it is offered. */
const waits = [
  { days: 1, label: "Tomorrow" },
  { days: 3, label: "In three days" },
  { days: 7, label: "In a week" },
  { days: 28, label: "In four weeks" },
];

/** Nine in the morning, so many days from now, by the reader's own clock. */
function morningIn(days: number): Date {
  const at = new Date();
  at.setDate(at.getDate() + days);
  at.setHours(9, 0, 0, 0);
  return at;
}

function WaitForm({ areProblems, onSend }: { areProblems: boolean; onSend: Send }) {
  const readDate = (form: FormData) => {
    const at = new Date(`${textOf(form, "date")}T09:00`);
    return Number.isNaN(at.getTime()) ? null : changes.wait(at);
  };
  return (
    <>
      <p className="pt-1 text-soft text-sm">It comes back at nine in the morning.</p>
      <div className="mt-3 flex flex-wrap gap-2">
        {waits.map(({ days, label }) => (
          <Button key={days} onClick={() => onSend(changes.wait(morningIn(days)))}>
            {label}
          </Button>
        ))}
        {areProblems && <Button onClick={() => onSend(changes.wait(null))}>When the problem changes</Button>}
      </div>
      <form onSubmit={submitting(readDate, onSend)} className="mt-4 flex items-end gap-2">
        <Field label="Or on a date" type="date" name="date" required />
        <Button type="submit" className="h-9">
          Wait
        </Button>
      </form>
    </>
  );
}

function ResolveForm({ prompt, onSend }: { prompt: InboxDialogProps["prompt"]; onSend: Send }) {
  const versions = prompt?.versions ?? [];
  const [resolution, setResolution] = useState<Resolution>(versions.length > 0 ? "fixed" : "handled");
  const read = (form: FormData) => {
    const version = textOf(form, "version");
    return changes.resolve(resolution, prompt && version ? { template: prompt.template, version } : null);
  };
  return (
    <form onSubmit={submitting(read, onSend)} className="space-y-3 pt-2">
      <SelectField
        label="What came of it"
        value={resolution}
        onChange={({ target }) =>
          setResolution(resolutions.find((each) => each === target.value) ?? "handled")
        }
      >
        {resolutions.map((value) => (
          <option key={value} value={value}>
            {resolutionLabels[value]}
          </option>
        ))}
      </SelectField>
      {resolution === "fixed" && prompt && versions.length > 0 && (
        <SelectField
          label="Fixed in prompt version"
          name="version"
          hint={`Versions of ${prompt.template}, the newest first.`}
        >
          {versions.map((version) => (
            <option key={version} value={version}>
              {version}
            </option>
          ))}
          <option value="">Not by a prompt version</option>
        </SelectField>
      )}
      <Submit>Resolve</Submit>
    </form>
  );
}

function TagForm({ tags, onSend }: { tags: readonly string[]; onSend: Send }) {
  const read = (form: FormData) => (textOf(form, "tag") ? changes.tag(textOf(form, "tag")) : null);
  return (
    <form onSubmit={submitting(read, onSend)} className="pt-2">
      <Field label="Tag" name="tag" required maxLength={TAG_LENGTH} autoComplete="off" list="inbox-tags" />
      <datalist id="inbox-tags">
        {tags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <Submit>Add tag</Submit>
    </form>
  );
}

function NoteForm({ onSend }: { onSend: Send }) {
  const read = (form: FormData) => (textOf(form, "note") ? changes.note(textOf(form, "note")) : null);
  return (
    <form onSubmit={submitting(read, onSend)} className="pt-2">
      <TextAreaField
        label="Note"
        name="note"
        required
        rows={4}
        maxLength={2000}
        hint="Everybody in the project sees it."
      />
      <Submit>Add note</Submit>
    </form>
  );
}

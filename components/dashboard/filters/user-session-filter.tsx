"use client";

import { UserSearch, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { buttonClasses } from "#components/ui/button-classes.ts";
import { Field } from "#components/ui/fields/field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Menu } from "#components/ui/overlays/menu.tsx";
import { useAddress } from "../url/use-address.ts";

interface WhoseMenuProps {
  projectId: string;
  session: string | undefined;
  /** The hash of a user's id: no address holds the id itself. */
  user: string | undefined;
}

/** Chooses the interactions of one user or session. */
export function UserSessionFilter({ projectId, session, user }: WhoseMenuProps) {
  const { change } = useAddress();
  const chosen = Boolean(session || user);
  return (
    <>
      <Menu
        label="Filter by user or session"
        button={
          <>
            <UserSearch aria-hidden className="size-4" />
            <span className="max-sm:hidden">User or session</span>
          </>
        }
        buttonClassName={buttonClasses(
          "secondary",
          "medium",
          joinClasses("h-9 pointer-coarse:h-11", chosen && "border-accent text-accent"),
        )}
        place="below-right"
        panelClassName="w-72 max-w-[calc(100vw-2rem)] p-3"
      >
        {(close) => (
          <WhoseForm
            projectId={projectId}
            onChoose={(changes) => {
              close();
              change({ session: null, user: null, ...changes });
            }}
          />
        )}
      </Menu>
      {session && <Chosen words={`Session ${session}`} onClear={() => change({ session: null })} />}
      {user && <Chosen words={`User ${user.slice(0, 8)}…`} onClear={() => change({ user: null })} />}
    </>
  );
}

function Chosen({ words, onClear }: { words: string; onClear: () => void }) {
  return (
    <span className="inline-flex h-9 min-w-0 max-w-56 items-center gap-1 rounded-md bg-accent-tint pl-2.5 text-accent text-sm">
      <span className="truncate">{words}</span>
      <button
        type="button"
        aria-label={`Remove filter ${words}`}
        onClick={onClear}
        className="inline-flex size-8 shrink-0 items-center justify-center rounded-md hover:bg-hover"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}

interface WhoseFormProps {
  projectId: string;
  onChoose: (changes: Record<string, string>) => void;
}

function WhoseForm({ projectId, onChoose }: WhoseFormProps) {
  const [kind, setKind] = useState<"user" | "session">("user");
  const [id, setId] = useState("");
  const [error, setError] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (id.trim() === "") return setError(kind === "user" ? "Enter a user ID." : "Enter a session ID.");
    if (kind === "session") return onChoose({ session: id });
    const url = `/api/projects/${projectId}/user-hash`;
    const sent = await sendJson<{ user_hash: string }>("POST", url, { user_id: id });
    if (sent.ok) onChoose({ user: sent.data.user_hash });
    else setError(sent.fields.user_id ?? sent.message);
  };
  return (
    <form onSubmit={submit} noValidate className="space-y-3">
      <fieldset className="flex gap-4 text-sm">
        <legend className="sr-only">Filter by</legend>
        {(["user", "session"] as const).map((one) => (
          <label key={one} className="flex items-center gap-1.5">
            <input
              type="radio"
              name="kind"
              checked={kind === one}
              onChange={() => setKind(one)}
              className="accent-accent"
            />
            {one === "user" ? "User" : "Session"}
          </label>
        ))}
      </fieldset>
      <Field
        label={kind === "user" ? "User ID" : "Session ID"}
        value={id}
        autoComplete="off"
        hint={kind === "user" ? "As sent by your app. Only its hash is used for the search." : undefined}
        error={error}
        onChange={(event) => {
          setError(undefined);
          setId(event.target.value);
        }}
      />
      <Button type="submit" className="w-full">
        Apply
      </Button>
    </form>
  );
}

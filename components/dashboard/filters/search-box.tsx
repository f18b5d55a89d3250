"use client";

import { Search, X } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { inputClasses } from "#components/ui/fields/input-classes.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { useAddress } from "../url/use-address.ts";

/** Most characters of what is looked for. */
const ASKED_MAX = 300;

interface SearchBoxProps {
  /** What is looked for now. */
  asked: string;
  /** What is looked through, in the plural: "interactions". */
  of: string;
  placeholder: string;
}

/** Looks for words in a list: what was asked for is in the address. */
export function SearchBox({ asked, of, placeholder }: SearchBoxProps) {
  const { change } = useAddress();
  const [text, setText] = useState(asked);
  const input = useRef<HTMLInputElement>(null);
  // A view that is opened, or the way back, asks for something else.
  useEffect(() => setText(asked), [asked]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== asked) change({ q: text.trim() || null });
  };
  const clear = () => {
    setText("");
    if (asked) change({ q: null });
    input.current?.focus();
  };
  return (
    <search aria-label={`${of.charAt(0).toUpperCase()}${of.slice(1)}`} className="min-w-0 flex-1">
      <form onSubmit={submit} className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faint"
        />
        <input
          ref={input}
          data-search
          type="text"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={ASKED_MAX}
          aria-label={`Search ${of}`}
          placeholder={placeholder}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && input.current?.blur()}
          className={joinClasses(inputClasses, "text-ellipsis pr-9 pl-8.5")}
        />
        {text && (
          <IconButton
            label="Clear search"
            icon={<X aria-hidden className="size-4" />}
            onClick={clear}
            className="absolute top-1/2 right-0.5 -translate-y-1/2"
          />
        )}
      </form>
    </search>
  );
}

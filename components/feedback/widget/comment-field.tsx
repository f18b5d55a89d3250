"use client";
import { type RefObject, useId } from "react";
import { looks } from "./looks.ts";

interface CommentFieldProps {
  label: string;
  placeholder: string;
  value: string;
  fieldRef?: RefObject<HTMLTextAreaElement | null> | undefined;
  onType(comment: string): void;
  /** Called on Ctrl+Enter or Cmd+Enter. */
  onSend(): void;
}

/** A comment field. */
export function CommentField({ label, placeholder, value, fieldRef, onType, onSend }: CommentFieldProps) {
  const id = useId();
  return (
    <>
      <label {...looks("label")} htmlFor={id}>
        {label}
      </label>
      <textarea
        {...looks("field")}
        ref={fieldRef}
        id={id}
        rows={2}
        // While empty, it has the direction of its placeholder.
        dir={value ? "auto" : undefined}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSend();
        }}
      />
    </>
  );
}

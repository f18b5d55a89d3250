"use client";
import type { ReactNode } from "react";
import type { Texts } from "../texts/texts.ts";
import type { WidgetProps } from "./widget-props.ts";

interface WidgetRootProps extends Pick<WidgetProps, "className" | "waiting"> {
  texts: Pick<Texts, "language" | "direction">;
  /** The widget's name for styles from outside. */
  part: string;
  children: ReactNode;
}

/** What every widget stands in. While it waits it keeps its place, unseen and out of reach. */
export function WidgetRoot({ texts, part, className, waiting, children }: WidgetRootProps) {
  return (
    <div
      className={["whetstone-widget", className].filter(Boolean).join(" ")}
      part={`widget ${part}`}
      lang={texts.language}
      dir={texts.direction}
      data-waiting={waiting || undefined}
    >
      {children}
    </div>
  );
}

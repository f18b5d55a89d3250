"use client";
import type { ReactNode } from "react";
import type { Texts } from "../texts/texts.ts";
import type { WidgetProps } from "./widget-props.ts";

interface WidgetRootProps extends Pick<WidgetProps, "className" | "waiting"> {
  texts: Pick<Texts, "language" | "direction">;
  /** The widget's name for external styles. */
  part: string;
  children: ReactNode;
}

/** The root of every widget. While waiting, it keeps its space but is hidden and inert. */
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

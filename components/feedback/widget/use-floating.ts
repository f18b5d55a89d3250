"use client";
import type { RefObject } from "react";
import { useBeforePaint } from "./use-before-paint.ts";

/** The minimum distance between a floating element and the edges of the window, in pixels. */
const MARGIN = 8;

/**
 * Places an element below a widget, floating over what follows, so that nothing on the page moves; or above
 * the widget if there is no visible room below. `data-floating` says where it is. If an ancestor would cut it
 * off on both sides, as cards with rounded corners do, it becomes part of the page's flow.
 */
export function useFloating(ref: RefObject<HTMLElement | null>): void {
  useBeforePaint(() => {
    const panel = ref.current;
    const widget = panel?.parentElement;
    if (!panel || !widget) return;
    const { height, right, bottom, left } = panel.getBoundingClientRect();
    const { inSight, uncut } = roomAround(widget);
    const top = widget.getBoundingClientRect().top - height;
    const fits = ({ from, to }: Room, start: number, end: number) => start >= from && end <= to;
    const start = bottom - height;
    if (fits(inSight, start, bottom)) panel.dataset.floating = "below";
    else if (fits(inSight, top, top + height)) panel.dataset.floating = "above";
    else panel.dataset.floating = fits(uncut, start, bottom) ? "below" : "none";
    const width = panel.ownerDocument.documentElement.clientWidth;
    const beyond = Math.min(0, width - MARGIN - right) || Math.max(0, MARGIN - left);
    if (panel.dataset.floating !== "none") panel.style.translate = `${beyond}px`;
  }, [ref]);
}

/** A vertical range of the window. */
interface Room {
  from: number;
  to: number;
}

/**
 * Where an element next to the widget is visible without scrolling, and where no ancestor ever cuts it off.
 */
function roomAround(widget: Element): { inSight: Room; uncut: Room } {
  const inSight = { from: 0, to: widget.ownerDocument.documentElement.clientHeight };
  const uncut = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  for (let box = outer(widget); box && box !== box.ownerDocument.documentElement; box = outer(box)) {
    const { overflowY, contain, contentVisibility } = getComputedStyle(box);
    const cuts = overflowY === "hidden" || overflowY === "clip" || /paint|content|strict/.test(contain);
    if (!cuts && contentVisibility !== "auto" && !/auto|scroll/.test(overflowY)) continue;
    const { top, bottom } = box.getBoundingClientRect();
    for (const room of /auto|scroll/.test(overflowY) ? [inSight] : [inSight, uncut]) {
      room.from = Math.max(room.from, top);
      room.to = Math.min(room.to, bottom);
    }
  }
  return { inSight, uncut };
}

/** The parent element, even across the border of a shadow tree. */
function outer(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

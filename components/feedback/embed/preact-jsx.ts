/** Replaces `react/jsx-runtime` in embed.js. */
import { type ComponentType, createElement, Fragment, type VNode } from "preact";
import { domProps, type Props } from "./dom-props.ts";

export { Fragment };

/** The function that `<type {...props} key={key} />` compiles to. */
export function jsx(type: string | ComponentType<Props>, props: Props, key?: string | number): VNode {
  const keyed = key === undefined ? props : { ...props, key };
  return typeof type === "string" ? createElement(type, domProps(type, keyed)) : createElement(type, keyed);
}

export { jsx as jsxs };

"use client";
import { useEffect, useLayoutEffect } from "react";

/** `useLayoutEffect` without React 18's warning during server rendering, where there is no layout. */
export const useBeforePaint = typeof window === "undefined" ? useEffect : useLayoutEffect;

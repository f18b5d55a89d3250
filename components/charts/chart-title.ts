"use client";

import { createContext, useContext } from "react";

/** The title of the frame around a chart. */
export const ChartTitle = createContext("Chart");

/** What the chart at hand is called. */
export const useChartTitle = (): string => useContext(ChartTitle);

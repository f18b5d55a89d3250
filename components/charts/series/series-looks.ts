/** The look of one of several lines: a color, and a dash pattern for those who cannot distinguish the colors. */
export interface SeriesLook {
  colour: string;
  /** As SVG takes it; undefined is a line without gaps. */
  dashes: string | undefined;
}

/** Light on white and dark on near-black, each 3:1 or more against the surface. */
export const seriesColours = [
  ["#2f54d1", "#8fa8ff"],
  ["#b4530a", "#f2a65e"],
  ["#12734a", "#62d3a0"],
  ["#a3267f", "#f08fd0"],
  ["#0e7490", "#5fcfe6"],
  ["#7a5b00", "#d9c04a"],
  ["#6d3fc4", "#c3a3ff"],
  ["#55585f", "#b9bcc6"],
] as const;

const dashes = [undefined, "7 3", "2 2", "10 3 2 3", "16 4", "5 2 2 2 2 2", "5 5", "3 1.5"] as const;

/** The look of the line at this place; after eight they come again. */
export function seriesLook(index: number): SeriesLook {
  const place = index % seriesColours.length;
  const [light, dark] = seriesColours[place] ?? seriesColours[0];
  return { colour: `light-dark(${light}, ${dark})`, dashes: dashes[place] };
}

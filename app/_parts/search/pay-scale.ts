/** The right end of the pay ruler, in yearly dollars. What lies beyond is drawn as a dot at the edge. */
export const payScaleMaxUsd = 300_000;

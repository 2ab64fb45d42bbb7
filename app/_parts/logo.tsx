/** A company's logo, where it has one. Its name stands beside it, so it says nothing more. */
export function Logo({ hash, size }: { hash: string | null; size: number }) {
  if (!hash) return null;
  return (
    // biome-ignore lint/performance/noImgElement: the optimiser of Next is off, and the picture is as small as it can be.
    <img
      src={`/logos/${hash}.webp`}
      alt=""
      width={size}
      height={size}
      loading="lazy"
      className="shrink-0 rounded border border-rule bg-white"
    />
  );
}

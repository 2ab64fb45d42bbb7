/** The views of one list, side by side, each an address of its own: which part of it, or in which order. */
export function ViewLinks({
  label,
  views,
}: {
  label: string;
  views: readonly { href: string; label: string; isCurrent: boolean }[];
}) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-5">
      {views.map(({ href, label, isCurrent }) => (
        <a
          key={href}
          href={href}
          aria-current={isCurrent ? "true" : undefined}
          className={`inline-flex min-h-11 items-center ${isCurrent ? "plain-link font-semibold" : "link"}`}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}

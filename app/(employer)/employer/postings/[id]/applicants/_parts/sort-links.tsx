/** The order of the list: by arrival, or by match on request. */
export function SortLinks({ at, isByMatch }: { at: string; isByMatch: boolean }) {
  const orders = [
    { href: at, label: "By arrival", isCurrent: !isByMatch },
    { href: `${at}?sort=match`, label: "By match", isCurrent: isByMatch },
  ];
  return (
    <nav aria-label="Sort order" className="flex gap-5">
      {orders.map(({ href, label, isCurrent }) => (
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

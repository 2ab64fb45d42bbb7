const promises = [
  {
    rule: "Pay is always shown",
    how: "A posting without a pay range cannot be published. Pay in any currency is also shown in US dollars a year.",
  },
  {
    rule: "Every match is explained",
    how: "Line by line: what a role asks for, what you have and what is unknown. You never see a score without its reasons.",
  },
  {
    rule: "Every application gets an answer",
    how: "Each posting promises a reply by a date. You can see how much time is left, and how often companies answer in time is public.",
  },
];

/** The three rules that everything here serves. */
export function Promises() {
  return (
    <ol className="grid gap-x-10 gap-y-6 md:grid-cols-3">
      {promises.map(({ rule, how }, i) => (
        <li key={rule} className="border-t-2 border-ink pt-3">
          <h2 className="text-md font-semibold">
            <span className="figure mr-2.5 text-accent" aria-hidden="true">
              {i + 1}
            </span>
            {rule}
          </h2>
          <p className="mt-1 text-ink-2">{how}</p>
        </li>
      ))}
    </ol>
  );
}

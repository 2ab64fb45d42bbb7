import { HideForm } from "./hide-form";

type Hideable = { posting: { id: string; title: string }; back: string };

/** On a card: hides its posting. `back` is the page's own address. */
export function HideButton({ posting: { id, title }, back }: Hideable) {
  return (
    <HideForm postingId={id} isHidden={false} back={back} className="-ml-3 text-ink-3">
      Hide<span className="sr-only"> {title}</span>
    </HideForm>
  );
}

/** In the place of a posting that the reader hid, with the way back. `isNew`: it was hidden just now. */
export function HiddenRow({ posting: { id, title }, back, isNew = false }: Hideable & { isNew?: boolean }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 border-b border-rule py-1 text-sm text-ink-3">
      <p role={isNew ? "status" : undefined} className="min-w-0">
        Hidden: {title}
      </p>
      <HideForm postingId={id} isHidden back={back} isFocused={isNew}>
        {isNew ? "Undo" : "Show again"}
        <span className="sr-only"> {isNew ? `hiding ${title}` : title}</span>
      </HideForm>
    </li>
  );
}

import { ButtonForm } from "@/app/_parts/button-form";
import { hidePostingAction, showPostingAction } from "@/app/_parts/search/actions";

type Hideable = { posting: { id: string; title: string }; back: string };

/** On a card: away with it. `back` is the page's own address. */
export function HideButton({ posting: { id, title }, back }: Hideable) {
  return (
    <ButtonForm
      action={hidePostingAction}
      values={{ postingId: id, back }}
      look="quiet"
      waiting="Hiding…"
      buttonClassName="-mx-3 text-ink-3"
    >
      Hide<span className="sr-only"> {title}</span>
    </ButtonForm>
  );
}

/** In the place of a posting that the reader hid: the list and its figures are everyone's, so it still counts. */
export function HiddenRow({ posting: { id, title }, back }: Hideable) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-b border-rule py-1 text-sm text-ink-3">
      <span className="min-w-0">Hidden: {title}</span>
      <ButtonForm action={showPostingAction} values={{ postingId: id, back }} look="quiet" waiting="Showing…">
        Show again<span className="sr-only"> {title}</span>
      </ButtonForm>
    </li>
  );
}

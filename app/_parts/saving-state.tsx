import type { Saving } from "./use-autosave";

/** Where the saving of what is typed stands; told politely when it changes. */
export function SavingState({ saving: { state, message } }: { saving: Saving }) {
  return (
    <p
      role="status"
      className={`if-scripted py-2 text-sm ${state === "refused" ? "text-bad" : "text-ink-3"}`}
    >
      {state === "saved" && "All changes are saved."}
      {state === "waits" && "Changes not saved yet."}
      {state === "saving" && "Saving…"}
      {state === "refused" && `Not saved yet. ${message ?? ""}`}
    </p>
  );
}

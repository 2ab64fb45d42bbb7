import { type FormState, typed } from "@/lib/forms/state";

/** Whether a box is ticked: as it was sent, else as it is proposed. */
export const isTicked = (state: FormState, name: string, proposed = true) =>
  state.values ? typed(state, name) === "on" : proposed;

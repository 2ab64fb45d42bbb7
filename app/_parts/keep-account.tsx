import { keepAccountAction } from "./actions";
import { ButtonForm } from "./button-form";

/** The button that takes back the deletion of an account. */
export function KeepAccount() {
  return (
    <ButtonForm action={keepAccountAction} waiting="Saving…">
      Keep my account
    </ButtonForm>
  );
}

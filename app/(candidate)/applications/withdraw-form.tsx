import { ButtonForm } from "@/app/_parts/button-form";
import { Section } from "@/app/_ui/section";
import { withdrawApplicationAction } from "./actions";

export function WithdrawForm({ id }: { id: string }) {
  return (
    <Section title="Withdraw your application">
      <div className="grid gap-4">
        <p className="text-ink-2">We will tell the company. You cannot apply to this posting again.</p>
        <ButtonForm
          action={withdrawApplicationAction}
          values={{ id }}
          look="danger"
          size="md"
          waiting="Withdrawing…"
        >
          Withdraw application
        </ButtonForm>
      </div>
    </Section>
  );
}

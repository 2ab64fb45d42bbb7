import { startTransition, useTransition } from "react";
import type { useForm } from "./form";

/** What our server asks the browser to do with a passkey: its options, or why not. */
export type Asked<Options> = { options: Options } | { status: number; message: string };

/** Asks the address for the options of a ceremony. A network that is away is an answer too. */
export async function askOptions<Options>(path: string): Promise<Asked<Options>> {
  const away = { status: 503, message: "We cannot be reached at the moment. Try again." };
  const answer = await fetch(path, { method: "POST" }).catch(() => null);
  if (!answer) return away;
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok && body) return { options: body as Options };
  const told = body as { message?: string } | null;
  return { status: answer.status, message: told?.message ?? away.message };
}

/** Sends a form with what a device answered, and says whether the device or the server is being waited for. */
export function useCeremony(form: ReturnType<typeof useForm>) {
  const [isPending, begin] = useTransition();
  return {
    isPending,
    begin,
    /** Without an answer of a device where the form is refused without one. */
    send: (fields: FormData, answer: object | null) => {
      if (answer) fields.set("answer", JSON.stringify(answer));
      startTransition(() => form.send(fields));
    },
  };
}

"use client";

import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  WebAuthnAbortService,
} from "@simplewebauthn/browser";
import { useEffect, useEffectEvent, useRef } from "react";
import { Form, useForm } from "@/app/_parts/form";
import { askOptions, useCeremony } from "@/app/_parts/passkey";
import { SubmitButton } from "@/app/_ui/submit-button";
import { signInWithPasskeyAction } from "./actions";

type Options = Parameters<typeof startAuthentication>[0]["optionsJSON"];

/** The button, and the browser's own offer of passkeys in the field for the address, where it makes one. */
export function PasskeyForm({ next }: { next: string }) {
  const form = useForm(signInWithPasskeyAction, { name: "passkey" });
  const element = useRef<HTMLFormElement>(null);
  const { isPending, begin, send } = useCeremony(form);

  /** Why it did not work, or null. What nobody asked for fails without a word. */
  const signIn = async (useBrowserAutofill: boolean): Promise<string | null> => {
    if (!browserSupportsWebAuthn()) return "This browser cannot use passkeys. Use a code by e-mail.";
    const asked = await askOptions<Options>("/sign-in/passkey");
    if ("message" in asked) return asked.message;
    const used = await startAuthentication({ optionsJSON: asked.options, useBrowserAutofill }).catch(
      () => null,
    );
    if (!used || !element.current) return "No passkey was used. Try again, or use a code by e-mail.";
    send(new FormData(element.current), used);
    return null;
  };

  const offer = useEffectEvent(async () => {
    if (await browserSupportsWebAuthnAutofill()) await signIn(true);
  });
  useEffect(() => {
    offer();
    return () => WebAuthnAbortService.cancelCeremony();
  }, []);

  return (
    <Form
      form={form}
      ref={element}
      className="grid max-w-sm gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        begin(async () => {
          const message = await signIn(false);
          if (message) form.tell({ message });
        });
      }}
    >
      <input type="hidden" name="next" value={next} />
      <SubmitButton look="secondary">
        {isPending ? "Waiting for your device…" : "Sign in with a passkey"}
      </SubmitButton>
    </Form>
  );
}

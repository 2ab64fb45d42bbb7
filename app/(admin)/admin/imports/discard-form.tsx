"use client";

import { type ReactNode, useRef } from "react";
import { Form, useForm } from "@/app/_parts/form";
import { useIsScripted } from "@/app/_parts/scripted";
import { Button } from "@/app/_ui/button";
import { FieldError } from "@/app/_ui/field";
import { SubmitButton } from "@/app/_ui/submit-button";
import { discardImportsAction } from "../actions";

/** A list with boxes, and under it the button that discards all that are selected. */
export function DiscardForm({ children }: { children: ReactNode }) {
  const form = useForm(discardImportsAction, { name: "discard" });
  const list = useRef<HTMLDivElement>(null);
  const isScripted = useIsScripted();
  const selectAll = () => {
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>("input[name=ids]") ?? [])];
    const isFull = boxes.every(({ checked }) => checked);
    for (const box of boxes) box.checked = !isFull;
  };
  return (
    <Form form={form} className="mb-8 grid gap-4">
      <div ref={list} id="ids" tabIndex={-1}>
        {children}
        <FieldError id="ids" errors={form.state.fieldErrors?.ids} />
      </div>
      <div className="flex flex-wrap gap-3">
        <SubmitButton look="danger" waiting="Discarding…">
          Discard the selected imports
        </SubmitButton>
        {isScripted && <Button onClick={selectAll}>Select all on this page, or none</Button>}
      </div>
    </Form>
  );
}

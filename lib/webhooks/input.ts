import { z } from "zod";
import { WebAddress } from "@/lib/web-address";
import { webhookTypes } from "./lists";

const ids = { companyId: z.uuid(), id: z.uuid() };
const fields = {
  url: z
    .string("Enter the address of your program.")
    .trim()
    .min(1, "Enter the address of your program.")
    .pipe(WebAddress)
    .refine((address) => address.startsWith("https://"), "Enter an address that begins with https://."),
  types: z
    .array(z.enum(webhookTypes, "Choose at least one event."))
    .min(1, "Choose at least one event.")
    .max(webhookTypes.length),
};

/** `id` is from the page, so that sending the form twice makes one webhook. */
export const SaveWebhook = z.strictObject({ ...ids, ...fields });
export type SaveWebhook = z.output<typeof SaveWebhook>;

export const OneWebhook = z.strictObject(ids);
export type OneWebhook = z.output<typeof OneWebhook>;

export const OneDelivery = z.strictObject({ ...ids, deliveryId: z.uuid() });
export type OneDelivery = z.output<typeof OneDelivery>;

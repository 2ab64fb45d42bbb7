"use server";

import { CheckReceipt } from "@/lib/applications/input";
import { readReceipt, receiptKey } from "@/lib/applications/receipt";
import { publicFormAction } from "@/lib/forms/action";

export const checkReceiptAction = publicFormAction(CheckReceipt, async ({ file, receipt }) => ({
  once: JSON.stringify(readReceipt(file ? await file.text() : receipt, receiptKey())),
}));

import { accountForms } from "./account-forms";
import { applicationForms } from "./application-forms";
import { companyChangeForms } from "./company-changes";
import { companyForms } from "./company-forms";
import { deskActions } from "./desk-forms";
import { findingForms } from "./finding";
import type { Form } from "./form";
import { importForms } from "./import-forms";
import { interviewForms } from "./interview-forms";
import { postingForms } from "./posting-forms";
import { profileForms } from "./profile-forms";
import { savedForms } from "./saved-forms";
import { signInForms } from "./sign-in";
import { taxonomyForms } from "./taxonomy";
import { webhookForms } from "./webhook-forms";

/** The forms of each server action, or "anyone" for those that are for everyone, with what they are bound to in tests of their own. */
export const actions: Record<string, Form | Form[] | "anyone"> = {
  requestCodeAction: "anyone",
  checkReceiptAction: "anyone",
  redeemCodeAction: "anyone",
  signInForDemoAction: "anyone",
  signInWithProviderAction: "anyone",
  stopMailsAction: "anyone",
  confirmByTokenAction: "anyone",
  answerAlertByTokenAction: "anyone",
  reportPostingAction: "anyone",
  readPastedResumeAction: "anyone",
  ...accountForms,
  ...applicationForms,
  ...companyForms,
  ...companyChangeForms,
  ...deskActions,
  ...findingForms,
  ...importForms,
  ...interviewForms,
  ...postingForms,
  ...profileForms,
  ...savedForms,
  ...signInForms,
  ...taxonomyForms,
  ...webhookForms,
};

-- Kinds are added to those that were allowed, so every row passes.
-- squawk-ignore-file constraint-missing-not-valid
ALTER TABLE "mail_settings" DROP CONSTRAINT "mail_settings_kind";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind";--> statement-breakpoint
ALTER TABLE "mail_settings" ADD CONSTRAINT "mail_settings_kind" CHECK ("mail_settings"."kind" in ('answers', 'messages', 'posting_changes', 'invitations', 'saved_postings', 'files', 'new_applicants', 'answers_due', 'withdrawals', 'postings', 'mentions'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind" CHECK ("notifications"."kind" in ('answers', 'messages', 'posting_changes', 'invitations', 'saved_postings', 'files', 'new_applicants', 'answers_due', 'withdrawals', 'postings', 'mentions'));
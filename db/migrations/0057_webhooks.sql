CREATE TABLE "webhook_deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"webhook_id" uuid NOT NULL,
	"event_id" bigint,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"tries" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "webhook_deliveries_event" UNIQUE("webhook_id","event_id"),
	CONSTRAINT "webhook_deliveries_type" CHECK ("webhook_deliveries"."type" in ('posting.published', 'posting.changed', 'posting.revised', 'posting.paused', 'posting.resumed', 'posting.closed', 'posting.reopened', 'posting.expired', 'posting.sent_back', 'posting.frozen', 'posting.unfrozen', 'posting.removed', 'application.submitted', 'application.moved', 'application.withdrawn', 'application.restored', 'application.message_sent', 'webhook.test')),
	CONSTRAINT "webhook_deliveries_state" CHECK ("webhook_deliveries"."state" in ('waiting', 'delivered', 'failed')),
	CONSTRAINT "webhook_deliveries_size" CHECK (length("webhook_deliveries"."body") <= 4000)
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"url" text NOT NULL,
	"types" text[] NOT NULL,
	"secret_version" integer DEFAULT 1 NOT NULL,
	"renewed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"last_tried_at" timestamp (3) with time zone,
	"failing_since" timestamp (3) with time zone,
	"disabled_at" timestamp (3) with time zone,
	CONSTRAINT "webhooks_url" CHECK ("webhooks"."url" ~ '^https://[^\s]+$' and length("webhooks"."url") <= 500),
	CONSTRAINT "webhooks_types" CHECK (cardinality("webhooks"."types") > 0 and "webhooks"."types" <@ array['posting.published', 'posting.changed', 'posting.revised', 'posting.paused', 'posting.resumed', 'posting.closed', 'posting.reopened', 'posting.expired', 'posting.sent_back', 'posting.frozen', 'posting.unfrozen', 'posting.removed', 'application.submitted', 'application.moved', 'application.withdrawn', 'application.restored', 'application.message_sent'])
);
--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_newest" ON "webhook_deliveries" USING btree ("webhook_id","created_at","id");--> statement-breakpoint
CREATE INDEX "webhooks_company" ON "webhooks" USING btree ("company_id","created_at");
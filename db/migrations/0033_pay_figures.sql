CREATE TABLE "pay_figures" (
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"postings" integer NOT NULL,
	"lower" integer NOT NULL,
	"median" integer NOT NULL,
	"upper" integer NOT NULL,
	CONSTRAINT "pay_figures_kind_value_pk" PRIMARY KEY("kind","value"),
	CONSTRAINT "pay_figures_kind" CHECK ("pay_figures"."kind" in ('all', 'band', 'country', 'skill')),
	CONSTRAINT "pay_figures_postings" CHECK ("pay_figures"."postings" >= 5),
	CONSTRAINT "pay_figures_order" CHECK ("pay_figures"."lower" <= "pay_figures"."median" and "pay_figures"."median" <= "pay_figures"."upper")
);
--> statement-breakpoint
CREATE INDEX "pay_figures_most" ON "pay_figures" USING btree ("kind","postings" DESC NULLS FIRST,"value");
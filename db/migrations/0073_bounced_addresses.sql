-- A code of SMTP has three digits.
-- squawk-ignore-file prefer-bigint-over-smallint
CREATE TABLE "bounced_addresses" (
	"address" text PRIMARY KEY NOT NULL,
	"code" smallint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bounced_addresses_code" CHECK ("bounced_addresses"."code" between 500 and 599)
);

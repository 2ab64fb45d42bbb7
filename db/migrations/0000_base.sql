create extension if not exists pg_trgm;
--> statement-breakpoint
create extension if not exists unaccent;
--> statement-breakpoint
create extension if not exists intarray;
--> statement-breakpoint
create extension if not exists btree_gin;
--> statement-breakpoint
-- unaccent() itself is only stable, since its dictionary could change; ours does not.
create function fold(value text) returns text
  language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent', value));
--> statement-breakpoint
-- The one clock of the product. Only tests write the offset.
create table clock (
  only_row boolean primary key default true check (only_row),
  ahead interval not null default interval '0'
);
--> statement-breakpoint
insert into clock default values;
--> statement-breakpoint
create function app_now() returns timestamptz
  language sql stable parallel safe
  as $$ select now() + ahead from clock $$;

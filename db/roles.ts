import type { Sql } from "postgres";

/** The role of the web process: it reads and writes rows, owns nothing and makes no tables. */
export const webRole = "backplane_web";

/**
 * Gives the web process's role, where the server has one, what the newest schema asks for, and takes what it does not: history cannot
 * be changed nor the clock set. Done after each migration, so that new tables are covered.
 */
export async function grantToWeb(sql: Sql): Promise<void> {
  await sql`
    do $$
    declare
      found record;
      -- As pg_trigger has them in tgtype.
      on_delete constant int := 8;
      on_update constant int := 16;
    begin
      if not exists (select from pg_roles where rolname = 'backplane_web') then return; end if;
      revoke create on schema public from public;
      execute format('revoke temporary on database %I from public', current_database());
      grant usage on schema public to backplane_web;
      for found in
        select c.oid::regclass as name, c.relkind = 'S' as is_sequence,
          coalesce(bit_or(t.tgtype) filter (where p.proname = 'refuse_change'), 0) as refused
        from pg_class c
          left join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal
          left join pg_proc p on p.oid = t.tgfoid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
          and pg_has_role(current_user, c.relowner, 'usage')
        group by c.oid
      loop
        execute format('revoke all on %s from backplane_web', found.name);
        if found.is_sequence then
          execute format('grant usage on sequence %s to backplane_web', found.name);
        elsif found.name = 'clock'::regclass then
          execute format('grant select on %s to backplane_web', found.name);
        else
          execute format('grant select, insert on %s to backplane_web', found.name);
          if found.refused & on_update = 0 then execute format('grant update on %s to backplane_web', found.name); end if;
          if found.refused & on_delete = 0 then execute format('grant delete on %s to backplane_web', found.name); end if;
        end if;
      end loop;
      grant execute on function enqueue_job(text, json, text) to backplane_web;
      grant execute on function enqueue_later(text, json, text, text, integer) to backplane_web;
      grant execute on function queue_figures() to backplane_web;
    end $$`;
}

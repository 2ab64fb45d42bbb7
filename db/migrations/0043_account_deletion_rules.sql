-- A company that is closed needs no owner: the people who closed it can delete their accounts.
create or replace function keep_an_owner() returns trigger
  language plpgsql
  as $$ begin
  perform 1 from companies where id = old.company_id and closed_at is null for no key update;
  if not found then return null; end if;
  if not exists (select 1 from members where company_id = old.company_id and role = 'owner') then
    raise exception 'a company needs an owner' using errcode = 'restrict_violation', constraint = 'members_last_owner';
  end if;
  return null;
end $$;

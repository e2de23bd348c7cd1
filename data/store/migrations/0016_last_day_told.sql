-- The last as-of date that roll-ups tell (docs/decisions/0420); those made by an earlier version tell none and are made anew.
alter table rolled_up add column if not exists told_to date;

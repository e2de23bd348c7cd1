-- What a person said of the days that a file's logs speak for keeps its versions too, so that an earlier ledger covers what it covered
-- then (docs/decisions/0295). What was said before this version is taken as said from the start.
alter table batch_covers add column if not exists known_from bigint default 0;
alter table batch_covers add column if not exists known_to bigint;

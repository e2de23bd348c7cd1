-- Whether a file tells a student of whom it gives only the name apart from a namesake by the school (docs/decisions/0216).
alter table batch_people add column if not exists is_apart boolean default false;

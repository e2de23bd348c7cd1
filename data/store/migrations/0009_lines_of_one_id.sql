-- Whether lines of one id are among those that are rolled up: where there are none, lines needn't be grouped (docs/decisions/0097).
alter table rolled_up add column if not exists has_twins boolean default true;

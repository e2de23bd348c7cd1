-- What a person said of two overlapping service lines of one student that differ in setting or grouping and in start (rules 3): the later
-- one changed the earlier one, or is owed beside it. Every version is kept; an answer that is taken back ends without another.
create table line_answers (
    district varchar not null,
    earlier_key varchar not null,
    later_key varchar not null,
    answer varchar not null check (answer in ('changed', 'additional')),
    answered_at timestamp not null,
    answered_by varchar not null,
    known_from bigint not null,
    known_to bigint
);

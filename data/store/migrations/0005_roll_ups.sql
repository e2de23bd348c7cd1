-- Which roll-ups of the ledger are stored, and what they were made of (docs/decisions/0097). Their tables are made with them: rolled_*.
create table rolled_up (
    district varchar not null,
    event_seq bigint not null,
    made_of varchar not null,
    has_others boolean not null,
    has_moved boolean not null
);

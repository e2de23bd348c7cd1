-- What each event wrote and ended in each table, noted soon after it: rows that were added, taken out or changed past the product
-- are found out by it (docs/decisions/0381). content is of the rows written, of tables whose rows have no hash of their own.
create table if not exists event_rows (
    district varchar not null,
    table_name varchar not null,
    event_seq bigint not null,
    rows_written bigint not null,
    rows_ended bigint not null,
    content varchar not null,
    primary key (district, table_name, event_seq)
);

-- What a log's rows said as they were read, where some stand otherwise: under another id, or as an earlier report's (docs/decisions/0217).
alter table batches add column if not exists reading varchar;

-- The goals that a batch lists under another id than the one on file, and the id under which they stand (docs/decisions/0219).
create table if not exists batch_goal_ids (
    district varchar not null,
    batch_id varchar not null,
    student_id varchar not null,
    goal_id varchar not null,
    kept_id varchar not null
);

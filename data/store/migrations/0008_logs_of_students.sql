-- Log rows that don't say their kind speak for the kind of the student's lines, which is told when figures are made. For that it is enough
-- to know from which month to which day each student is in the log, for each stretch of months that follow one another: batch_logs counts
-- them by provider and month as it does the others, and names the student of waiting rows only.
create table batch_log_students (
    district varchar not null,
    batch_id varchar not null,
    service varchar not null,
    student_id varchar not null,
    month_start date not null,
    last_day date not null
);

create temp table months_of_logs as
select
    m.batch_id, m.service, m.month_start,
    year(m.month_start) * 12 + month(m.month_start) - row_number() over (partition by m.batch_id, m.service order by m.month_start) as stretch
from (select distinct batch_id, service, month_start from batch_logs where not is_waiting) as m;

insert into batch_log_students
select l.district, l.batch_id, l.service, l.student_id, min(l.month_start), max(l.last_day)
from batch_logs as l
join months_of_logs as m on m.batch_id = l.batch_id and m.service = l.service and m.month_start = l.month_start
where l.kind is null and l.student_id is not null and not l.is_waiting
group by l.district, l.batch_id, l.service, l.student_id, m.stretch;

create temp table counted_logs as
select
    district, batch_id, shape, service, kind, provider_id, cast(null as varchar) as student_id, month_start, sum(row_count) as row_count,
    min(first_day) as first_day, max(last_day) as last_day, false as is_waiting
from batch_logs
where kind is null and not is_waiting
group by district, batch_id, shape, service, kind, provider_id, month_start;

delete from batch_logs where kind is null and not is_waiting;

insert into batch_logs select * from counted_logs;

drop table counted_logs;

drop table months_of_logs;

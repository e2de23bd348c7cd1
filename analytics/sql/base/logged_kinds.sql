-- From which month to which day has each file in force log rows of a kind, waiting ones too (rules 2a)?
-- Grain: one row a batch, service and kind, and a month, provider or student, or a student's stretch of months. A month that
-- stands apart from the batch's others is a row of its own. Parameters: $district, $known.
-- Columns: batch_id, service, kind (by the student's lines where the log says none), month_start, last_day.
-- uses: base/batches_now, base/agreed_kinds
select g.batch_id, g.service, coalesce(g.kind, a.kind, 'direct') as kind, g.month_start, g.last_day
from (
    select l.batch_id, l.service, l.kind, l.student_id, l.month_start, l.last_day
    from batch_logs as l
    where
        l.district = $district and (l.kind is not null or l.is_waiting)
        and l.known_from <= $known and (l.known_to is null or l.known_to > $known)
    union all
    select s.batch_id, s.service, null, s.student_id, s.month_start, s.last_day
    from batch_log_students as s
    where s.district = $district and s.known_from <= $known and (s.known_to is null or s.known_to > $known)
) as g
join batches_now as b on b.batch_id = g.batch_id
left join agreed_kinds as a on a.student_id = g.student_id and a.service = g.service

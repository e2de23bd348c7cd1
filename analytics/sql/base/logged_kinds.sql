-- From which month to which day has each file in force log rows of a kind, waiting ones too (rules 2a)?
-- Grain: one row a batch, service and kind, and a month, provider or student, or a student's stretch of months. A month that
-- stands apart from the batch's others is a row of its own. Parameters: $district.
-- Columns: batch_id, service, kind (by the student's lines where the log says none), month_start, last_day.
-- uses: base/batches_now, base/agreed_kinds
select g.batch_id, g.service, coalesce(g.kind, a.kind, 'direct') as kind, g.month_start, g.last_day
from batch_logs as g
join batches_now as b on b.batch_id = g.batch_id
left join agreed_kinds as a on a.student_id = g.student_id and a.service = g.service
where g.district = $district and (g.kind is not null or g.is_waiting)
union all
select s.batch_id, s.service, coalesce(a.kind, 'direct') as kind, s.month_start, s.last_day
from batch_log_students as s
join batches_now as b on b.batch_id = s.batch_id
left join agreed_kinds as a on a.student_id = s.student_id and a.service = s.service
where s.district = $district

-- Of which students can months not tell a range that begins on the first day of one: a credit period or a session's month lies on both
-- sides of that day?
-- Grain: one row a student. Parameters: $from_day. Columns: student_id.
-- materialized
select distinct l.student_id
from rolled_lines as l
join (
    select r.line_no
    from rolled_periods as r
    where
        (r.first_day < $from_day and r.last_day >= $from_day)
        or (r.first_day >= $from_day and (r.has_no_month or r.first_month < $from_day))
        or (r.last_day < $from_day and r.last_month >= $from_day)
    union
    select p.line_no
    from rolled_placed as p
    left join rolled_periods as r on r.line_no = p.line_no and r.period_key = p.period_key
    where
        (p.counts_on >= $from_day) <> (coalesce(p.month, date '0001-01-01') >= $from_day)
        or (p.counts_on >= $from_day) <> (coalesce(r.first_day, p.counts_on) >= $from_day)
) as s on s.line_no = l.line_no

-- What was decided last on each line and credit period (a later day of decision wins, then the later entry)?
-- Grain: one row a chosen line and credit period with a decision, whatever the as-of date: what is decided is decided.
-- Parameters: $district, $known. Columns: line_no, period_key, decision, decided_minutes (null: all of it), decided_on, decided_by.
-- uses: base/chosen_lines, base/numbered_days, ledger/closed_periods, ledger/period_names
select q.line_no, q.period_key, q.decision, q.decided_minutes, q.decided_on, q.decided_by
from (
    select
        n.line_no, n.period_key, x.decision, cast(x.minutes as double precision) as decided_minutes, x.decided_on, x.decided_by,
        row_number() over (
            partition by n.line_no, n.period_key order by x.decided_on desc nulls last, x.known_from desc, x.row_key
        ) as place
    from decisions as x
    join chosen_lines as c on c.line_id = x.line_id and (x.student_id is null or x.student_id = c.student_id)
    join period_names as n on n.line_no = c.line_no
    join closed_periods as p on p.line_no = n.line_no and p.period_key = n.period_key
    join numbered_days as f on f.counted_by = p.counted_by and f.day_no = p.first_no
    where
        x.district = $district and x.known_from <= $known and (x.known_to is null or x.known_to > $known)
        and x.period in (n.period, n.period || '-01', cast(f.day as varchar))
) as q
where q.place = 1

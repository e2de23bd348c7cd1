-- What was decided last on each line and credit period (a later day of decision wins, then the later entry)?
-- Grain: one row a chosen line and credit period to be made up with a decision, whatever the as-of date: what is decided is decided.
-- Parameters: $district, $known. Columns: line_no, period_key, decision, decided_minutes (null: all of it), decided_on, decided_by.
-- uses: base/chosen_lines, ledger/owing
select q.line_no, q.period_key, q.decision, q.decided_minutes, q.decided_on, q.decided_by
from (
    select
        o.line_no, o.period_key, x.decision, cast(x.minutes as double precision) as decided_minutes, x.decided_on, x.decided_by,
        row_number() over (
            partition by o.line_no, o.period_key order by x.decided_on desc nulls last, x.known_from desc, x.row_key
        ) as place
    from decisions as x
    join chosen_lines as c on c.line_id = x.line_id and (x.student_id is null or x.student_id = c.student_id)
    join owing as o on o.line_no = c.line_no
    where
        x.district = $district and x.known_from <= $known and (x.known_to is null or x.known_to > $known)
        and x.period in (o.period, o.period || '-01', cast(o.period_start as varchar))
) as q
where q.place = 1

-- Which direct lines were not seen for long at the end of each month (rules 6)?
-- Grain: one row a chosen line and such month. Parameters: $not_seen_days. Columns: line_no, student_id, month.
-- materialized
-- by line
-- uses: base/chosen_lines, base/line_spans, base/line_stints, overview/last_seen_then, ledger/own_absences, ledger/days_per_session
select e.line_no, c.student_id, e.month
from (
    select g.line_no, g.month, g.last_day, g.days - count(a.session_date) as days_since
    from (
        select
            s.line_no, s.month, s.last_day, s.last_seen,
            sum(greatest(0, least(t.opened_to, s.end_no) - greatest(t.opened_before, s.seen_no))) as days
        from last_seen_then as s
        join line_stints as t on t.line_no = s.line_no and t.counted_by = s.counted_by and t.opened_before < s.end_no
        where not t.is_lapsed and t.is_covered
        group by s.line_no, s.month, s.last_day, s.last_seen
    ) as g
    left join own_absences as a
        on
            a.line_no = g.line_no and a.session_date <= g.last_day
            and (g.last_seen is null or a.session_date > g.last_seen)
    group by g.line_no, g.month, g.last_day, g.days
) as e
join chosen_lines as c on c.line_no = e.line_no
left join days_per_session as p on p.line_no = e.line_no
where
    e.days_since >= greatest(cast($not_seen_days as double precision), coalesce(2 * p.days_per_session, 0))
    and exists (
        select 1 from line_spans as f
        where f.line_no = e.line_no and not f.is_lapsed and e.last_day between f.span_from and f.span_to
    )

-- When was each line last seen, and how many covered school days ago (rules 6)? Days of the student's own absence don't count.
-- Grain: one row a line of the ledger in force on the as-of date. Parameters: $as_of.
-- Columns: line_no, last_seen (null: never), days_since, missed_since (the reason logged most since then).
-- uses: base/lines, base/line_spans, base/placed, ledger/line_days
select
    l.line_no, s.last_seen,
    (
        select count(*) from line_days as d
        where
            d.line_no = l.line_no and not d.is_lapsed and d.is_covered and d.day <= $as_of
            and (d.day > s.last_seen or s.last_seen is null)
            and not exists (
                select 1 from placed as a
                where
                    a.line_no = l.line_no and a.session_date = d.day and a.status = 'missed'
                    and a.reason in ('student_absent', 'student_unexcused', 'student_refused', 'student_suspended')
            )
    ) as days_since,
    m.reason as missed_since
from lines as l
left join (
    select p.line_no, max(p.session_date) as last_seen
    from placed as p
    where p.line_no is not null and p.given_minutes > 0
    group by p.line_no
) as s on s.line_no = l.line_no
left join (
    select
        p.line_no, coalesce(p.reason, 'unknown') as reason,
        row_number() over (partition by p.line_no order by count(*) desc, coalesce(p.reason, 'unknown')) as place
    from placed as p
    left join (
        select x.line_no, max(x.session_date) as last_seen from placed as x where x.given_minutes > 0 group by x.line_no
    ) as q on q.line_no = p.line_no
    where p.line_no is not null and p.status = 'missed' and (q.last_seen is null or p.session_date > q.last_seen)
    group by p.line_no, coalesce(p.reason, 'unknown')
) as m on m.line_no = l.line_no and m.place = 1
where
    l.in_ledger
    and exists (
        select 1 from line_spans as f
        where f.line_no = l.line_no and not f.is_lapsed and $as_of between f.span_from and f.span_to
    )

-- On which days may make-ups that name no date change what they fill (rules 5): those of such make-ups, and of later sessions of a period before
-- one of them?
-- Grain: one row an edition and such day, the last one up to $made_from and those after it. Columns: moment_no, line_no (the edition's
-- number), day, last_period (of such make-ups so far).
-- uses: rolled/told
-- materialized
select
    row_number() over (order by d.line_no, d.day) as moment_no, d.line_no, d.day,
    (
        select max(u.period_key) from told as u
        where u.line_no = d.line_no and u.is_undated and u.session_date <= d.day
    ) as last_period
from (
    select a.line_no, a.day, lead(a.day) over (partition by a.line_no order by a.day) as next_day
    from (
        select t.line_no, t.session_date as day
        from told as t
        where t.is_undated
        union
        select t.line_no, t.session_date
        from told as t
        join (
            select u.line_no, min(u.session_date) as first_day, max(u.period_key) as last_period
            from told as u
            where u.is_undated
            group by u.line_no
        ) as m on m.line_no = t.line_no and t.session_date > m.first_day and t.period_key < m.last_period
        where t.given_minutes > 0
    ) as a
) as d
where coalesce(d.next_day > $made_from, true)

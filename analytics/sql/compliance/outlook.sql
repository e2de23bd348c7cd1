-- Where will each group end at this pace, and what would catching up take (rules 9)?
-- Grain: one row a combination of the keys asked for. Parameters: $by_school ... $by_line (booleans), the viewer's choice.
-- Columns: the keys, credited_minutes and due_minutes (E - X) to date, remaining_minutes, pace (a fraction), projected_rate,
-- short_minutes (O + R), catch_up_minutes_per_week (sum of the lines' own: O + R / weeks left), ended_minutes (O + R of lines with no
-- week left), weeks_left (the most).
-- uses: base/keyed_lines, ledger/line_shares, ledger/pace
select
    p.school, p.provider, p.service, p.setting, p.grade, p.student, p.line, p.credited_minutes, p.due_minutes,
    p.remaining_minutes, p.pace,
    case
        when cast(p.due_minutes + p.remaining_minutes as decimal(18, 6)) > 0
            then (p.credited_minutes + p.pace * p.remaining_minutes) / nullif(p.due_minutes + p.remaining_minutes, 0)
    end as projected_rate,
    p.short_minutes, p.catch_up_minutes_per_week, p.ended_minutes, p.weeks_left
from (
    select
        g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line,
        sum(g.credited_minutes) as credited_minutes, sum(g.due_minutes) as due_minutes,
        sum(g.remaining_minutes) as remaining_minutes,
        least(1, sum(g.recent_credited_minutes) / nullif(sum(g.recent_due_minutes), 0)) as pace,
        sum(g.short_minutes) as short_minutes, sum(g.short_minutes / nullif(g.weeks_left, 0)) as catch_up_minutes_per_week,
        coalesce(sum(g.short_minutes) filter (where g.weeks_left = 0), 0) as ended_minutes, max(g.weeks_left) as weeks_left
    from (
        select
            s.credited_minutes, s.expected_minutes - s.excused_minutes as due_minutes,
            coalesce(w.remaining_minutes, 0) as remaining_minutes, w.recent_credited_minutes, w.recent_due_minutes,
            s.make_up_minutes + s.review_minutes as short_minutes, coalesce(w.weeks_left, 0) as weeks_left,
            k.school, k.provider, k.service, k.setting, k.grade, k.student, k.line
        from keyed_lines as k
        join line_shares as s on s.line_no = k.line_no and s.has_expected
        left join pace as w on w.line_no = k.line_no
    ) as g
    group by g.school, g.provider, g.service, g.setting, g.grade, g.student, g.line
) as p
order by p.school, p.provider, p.service, p.setting, p.grade, p.student, p.line

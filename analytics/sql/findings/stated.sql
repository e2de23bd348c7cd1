-- What does another system state of each line, and what does this ledger have for the same (design, section 3)?
-- Grain: one row a line with a stated total. Parameters: $district, $known, $as_of, $year_from, $year_to (the school year), the viewer's choice.
-- Columns: who and what, amount_minutes, cycle, window_from, window_to, stated_year_minutes, year_minutes (E of the school year's days in
-- force, loaded or not), year_days and school_days (instructional days in force, and of the whole school year), stated_delivered_minutes,
-- stated_as_of, until_day, delivered_minutes (given to the line up to that day), not_loaded_days (in force until then, without a log),
-- late_minutes (given until then, entered or else loaded later), source_file, source_sheet, source_row.
-- uses: findings/told_lines, findings/stated_lines, base/placed, base/day_facts, base/batches_now, ledger/line_days
select
    t.student_id, t.student_name, t.link_key, t.line_id, t.service, t.school, t.provider_id, t.provider_name,
    t.minutes as amount_minutes, t.cycle, t.window_from, t.window_to, x.stated_year_minutes,
    coalesce(y.year_minutes, 0) as year_minutes, coalesce(y.year_days, 0) as year_days,
    coalesce(f.school_days, 0) as school_days, x.stated_delivered_minutes, x.stated_as_of, x.until_day,
    coalesce(g.delivered_minutes, 0) as delivered_minutes, coalesce(y.not_loaded_days, 0) as not_loaded_days,
    coalesce(g.late_minutes, 0) as late_minutes, t.source_file, t.source_sheet, t.source_row
from stated_lines as x
join told_lines as t on t.line_no = x.line_no
left join (
    select
        d.line_no, sum(d.accrual_minutes) as year_minutes, count(*) as year_days,
        count(*) filter (where not d.is_covered and d.day <= z.until_day) as not_loaded_days
    from line_days as d
    join stated_lines as z on z.line_no = d.line_no
    where not d.is_lapsed and d.day between $year_from and $year_to
    group by d.line_no
) as y on y.line_no = x.line_no
left join (
    select o.calendar, count(*) as school_days
    from day_facts as o
    where o.is_open and o.day between $year_from and $year_to
    group by o.calendar
) as f on f.calendar = x.calendar
left join (
    select
        p.line_no, sum(p.given_minutes) as delivered_minutes,
        sum(p.given_minutes) filter (where coalesce(s.logged_on, n.load_date) > k.until_day) as late_minutes
    from placed as p
    join stated_lines as k on k.line_no = p.line_no and p.session_date <= k.until_day
    join sessions as s
        on
            s.district = $district and s.row_key = p.row_key and s.known_from <= $known
            and (s.known_to is null or s.known_to > $known)
    left join batches_now as n on n.batch_id = s.batch_id
    group by p.line_no
) as g on g.line_no = x.line_no
order by t.student_id, t.line_id

-- How many lines of the extended school year are on file, and what do they lack (decision 0580)?
-- Grain: one row. Parameters: the viewer's choice. Columns: lines (IEP lines that can be read), lines_unlisted (of these, that count a
-- day which no calendar lists), lines_without_days (of these, without a start or an end: in no figure).
-- uses: base/lines, base/line_providers, base/windows, base/summer_days
select
    count(*) as lines,
    count(*) filter (
        where l.in_ledger and exists (
            select 1 from summer_days as s
            where s.calendar = l.calendar and not s.is_listed and s.day between w.window_from and w.window_to
        )
    ) as lines_unlisted,
    count(*) filter (where l.start_date is null or l.end_date is null) as lines_without_days
from lines as l
join line_providers as p on p.line_no = l.line_no
join windows as w on w.line_no = l.line_no
where
    l.is_usable and l.plan_type = 'IEP' and l.esy
    and {l.service in $services}
    and {l.school in $schools}
    and {p.provider_id in $providers}
    and {l.student_id in $students}

-- Which lines are on file, with the school, calendar, start and end that rules 1 give them?
-- Grain: one row a line. Parameters: $district, $known, $roster_day.
-- Columns: line_no (in the order of student and line id), the stored fields (own_school: the line's), school (the line's, else the student's), grade,
-- school_calendar, is_summers (accrues on days of the extended year, in its ledger only), calendar (that of its days), cycle_name and cycle_length
-- (of rotation:N, weeks:N), start_day, end_day (assumed ones filled in), start_week (its Monday), in_ledger (a usable IEP line of the obligation
-- that figures are of; of the extended year one with a start and an end), batch_id, source_sheet, source_row.
-- uses: base/students_now, base/calendar_sources, base/years, base/obligation
-- materialized
select
    row_number() over (order by e.student_id, e.line_id, e.row_key) as line_no,
    e.*,
    case when e.is_summers then ' esy ' || e.school_calendar else e.school_calendar end as calendar,
    coalesce(e.end_date, u.last_day, date '2060-12-31') as end_day,
    e.start_day - (cast(extract(isodow from e.start_day) as integer) - 1) as start_week
from (
    select
        r.*,
        case when r.cycle like 'rotation:%' then 'rotation' when r.cycle like 'weeks:%' then 'weeks' else r.cycle end as cycle_name,
        case
            when r.cycle like 'rotation:%' then cast(substr(r.cycle, 10) as integer)
            when r.cycle like 'weeks:%' then cast(substr(r.cycle, 7) as integer)
        end as cycle_length,
        coalesce(r.start_date, greatest(f.first_day, r.enrolled_first), date '2000-01-01') as start_day
    from (
        select
            l.row_key, l.line_id, l.student_id, l.service, l.plan_type, l.kind, l.setting, l.line_grouping, l.group_max,
            cast(l.minutes_per_session as double precision) as minutes_per_session,
            cast(l.sessions_per_cycle as double precision) as sessions_per_cycle,
            cast(l.amount_minutes as double precision) as amount_minutes, l.amount_text, l.is_usable,
            case when o.is_extended and l.esy and l.cycle = 'year' then 'iep_year' else l.cycle end as cycle,
            l.start_date, l.end_date, l.iep_id, l.provider_id, l.otr_of_record_id, l.esy, l.assumed,
            l.school as own_school, coalesce(l.school, s.school) as school, s.grade, s.enrolled_first,
            coalesce(c.calendar, '') as school_calendar, o.is_extended and l.esy as is_summers,
            l.is_usable and l.plan_type = 'IEP' and l.esy = o.is_extended
            and (not l.esy or (l.start_date is not null and l.end_date is not null)) as in_ledger,
            l.batch_id, l.source_sheet, l.source_row
        from service_lines as l
        cross join obligation as o
        left join students_now as s on s.student_id = l.student_id
        left join (select distinct x.calendar from calendar_sources as x) as c on c.calendar = coalesce(l.school, s.school)
        where l.district = $district and l.known_from <= $known and (l.known_to is null or l.known_to > $known)
    ) as r
    left join (
        select
            y.calendar, y.first_day,
            case
                when lag(y.first_day) over (partition by y.calendar order by y.first_day) is null then date '0001-01-01'
                else y.first_day
            end as holds_from,
            coalesce(
                lead(y.first_day) over (partition by y.calendar order by y.first_day) - 1, date '9999-12-31'
            ) as holds_to
        from years as y
        where y.first_day is not null
    ) as f on f.calendar = r.school_calendar and coalesce(r.end_date, date '2060-12-31') between f.holds_from and f.holds_to
) as e
left join (
    select
        y.calendar, y.last_day,
        coalesce(
            lag(y.last_day) over (partition by y.calendar order by y.last_day) + 1, date '0001-01-01'
        ) as holds_from,
        case
            when lead(y.last_day) over (partition by y.calendar order by y.last_day) is null then date '9999-12-31'
            else y.last_day
        end as holds_to
    from years as y
    where y.last_day is not null
) as u on u.calendar = e.school_calendar and e.start_day between u.holds_from and u.holds_to

-- What became of the minutes of all sessions in force (rules 4 and 5): each is in exactly one part.
-- Grain: one row. Parameters: $district, $known, $as_of. Columns, minutes: loaded_minutes (all), then its parts: credited_minutes,
-- excess_minutes, outside_minutes, no_mandates_minutes (no line is on file at all: rules 2a), before_first_minutes, unusable_minutes,
-- esy_minutes, other_plan_minutes, compensatory_minutes, after_minutes (dated after the as-of date).
-- uses: base/placed, base/lines, ledger/periods
select
    l.loaded_minutes, c.credited_minutes, c.excess_minutes, p.outside_minutes, p.no_mandates_minutes, p.before_first_minutes,
    p.unusable_minutes, p.esy_minutes, p.other_plan_minutes, l.compensatory_minutes, l.after_minutes
from (
    select
        coalesce(sum(cast(s.minutes as double precision)), 0) as loaded_minutes,
        coalesce(
            sum(cast(s.minutes as double precision)) filter (where s.award_id is not null and s.session_date <= $as_of), 0
        ) as compensatory_minutes,
        coalesce(sum(cast(s.minutes as double precision)) filter (where s.session_date > $as_of), 0) as after_minutes
    from sessions as s
    where
        s.district = $district and s.known_from <= $known and (s.known_to is null or s.known_to > $known)
        and s.status in ('delivered', 'partial', 'make_up')
) as l
cross join (
    select
        coalesce(
            sum(x.given_minutes) filter (
                where x.line_no is null and not x.is_before_first and exists (select 1 from lines as m)
            ), 0
        ) as outside_minutes,
        coalesce(
            sum(x.given_minutes) filter (where x.line_no is null and not exists (select 1 from lines as m)), 0
        ) as no_mandates_minutes,
        coalesce(sum(x.given_minutes) filter (where x.line_no is null and x.is_before_first), 0) as before_first_minutes,
        coalesce(sum(x.given_minutes) filter (where not x.is_usable), 0) as unusable_minutes,
        coalesce(sum(x.given_minutes) filter (where x.is_usable and x.esy), 0) as esy_minutes,
        coalesce(sum(x.given_minutes) filter (where x.is_usable and not x.esy and x.plan_type <> 'IEP'), 0)
            as other_plan_minutes
    from (
        select
            q.given_minutes, q.line_no, m.is_usable, m.esy, m.plan_type,
            coalesce(q.counts_on < f.first_day, false) as is_before_first
        from placed as q
        left join lines as m on m.line_no = q.line_no
        left join (
            select n.student_id, n.service, min(n.start_day) as first_day from lines as n group by n.student_id, n.service
        ) as f on f.student_id = q.student_id and f.service = q.service
    ) as x
) as p
cross join (
    select
        coalesce(sum(y.credited_minutes), 0) as credited_minutes, coalesce(sum(y.excess_minutes), 0) as excess_minutes
    from periods as y
) as c

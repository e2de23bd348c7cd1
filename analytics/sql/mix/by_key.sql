-- What is planned and what was delivered, by setting, kind or grouping (rules 11)?
-- Grain: one row a combination of the keys asked for and part. Parameters: $district, the viewer's choice, $by_school ... $by_month,
-- $by_grade_band, $split (setting, kind, grouping), $by_provider_clock (provider-minutes).
-- Columns: the keys, part (a setting, kind or grouping; other: not stated), rollup of a setting (direct_integrated, direct_separate,
-- indirect), planned_minutes (null: no line on file), delivered_minutes (null: no log loaded), planned_share, delivered_share (of all in the
-- same keys).
-- uses: base/chosen_lines, base/lines, base/coverage, ledger/owed, mix/given
select
    g.district, g.school, g.provider, g.service, g.grade, g.grade_band, g.student, g.month, g.part, g.rollup, g.planned_minutes,
    g.delivered_minutes,
    g.planned_minutes / nullif(
        sum(g.planned_minutes) over (
            partition by g.district, g.school, g.provider, g.service, g.grade, g.grade_band, g.student, g.month
        ), 0
    ) as planned_share,
    g.delivered_minutes / nullif(
        sum(g.delivered_minutes) over (
            partition by g.district, g.school, g.provider, g.service, g.grade, g.grade_band, g.student, g.month
        ), 0
    ) as delivered_share
from (
    select
        u.district, u.school, u.provider, u.service, u.grade, u.grade_band, u.student, u.month, u.part,
        case
            when $split <> 'setting' then null
            when u.part in ('push_in', 'co_teach', 'community') then 'direct_integrated'
            when u.part in ('pull_out', 'home', 'tele') then 'direct_separate'
            else 'indirect'
        end as rollup,
        case when exists (select 1 from lines as l) then sum(u.planned_minutes) end as planned_minutes,
        case when exists (select 1 from coverage as c) then sum(u.delivered_minutes) end as delivered_minutes
    from (
        select
            case when $by_district then cast($district as varchar) end as district,
            case when $by_school then x.school end as school,
            case when $by_provider then x.provider_id end as provider,
            case when $by_service then x.service end as service,
            case when $by_grade then x.grade end as grade,
            case
                when not $by_grade_band or x.grade is null then null
                when x.grade in ('PK', 'TK', 'K') then 'PK to K'
                when x.grade in ('1', '2') then '1 to 2'
                when x.grade in ('3', '4', '5') then '3 to 5'
                when x.grade in ('6', '7', '8') then '6 to 8'
                else '9 and up'
            end as grade_band,
            case when $by_student then x.student_id end as student,
            case when $by_month then x.month end as month,
            case $split when 'kind' then x.kind when 'grouping' then x.line_grouping else x.setting end as part,
            x.planned_minutes, x.delivered_minutes
        from (
            select
                c.school, c.provider_id, c.service, c.grade, c.student_id, o.month, coalesce(c.setting, 'other') as setting,
                c.kind, coalesce(c.line_grouping, 'other') as line_grouping,
                coalesce(o.expected_minutes, 0) / case
                    when $by_provider_clock and c.line_grouping = 'group' then coalesce(a.together, 1) else 1
                end as planned_minutes,
                0 as delivered_minutes
            from chosen_lines as c
            join owed as o on o.line_no = c.line_no
            left join (
                select v.line_no, avg(v.together) as together from given as v group by v.line_no
            ) as a on a.line_no = c.line_no
            union all
            select
                case when c.line_no is null then v.school else c.school end,
                case when c.line_no is null then v.provider_id else c.provider_id end,
                case when c.line_no is null then v.service else c.service end,
                case when c.line_no is null then v.grade else c.grade end, v.student_id, v.month, v.setting,
                coalesce(v.kind, 'direct'), coalesce(v.session_grouping, 'other'), 0,
                case when $by_provider_clock then v.provider_minutes else v.student_minutes end
            from given as v
            left join chosen_lines as c on c.line_no = v.line_no
            where
                c.line_no is not null
                or (
                    v.line_no is null
                    and {v.service in $services}
                    and {v.school in $schools}
                    and {v.provider_id in $providers}
                    and {v.student_id in $students}
                )
        ) as x
    ) as u
    group by u.district, u.school, u.provider, u.service, u.grade, u.grade_band, u.student, u.month, u.part
    having sum(u.planned_minutes) > 0 or sum(u.delivered_minutes) > 0
) as g
order by g.district, g.school, g.provider, g.service, g.grade, g.grade_band, g.student, g.month, g.rollup, g.part

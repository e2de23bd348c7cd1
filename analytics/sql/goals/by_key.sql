-- How many goals stand in each status (rules 10)?
-- Grain: one row a combination of the keys asked for. Parameters: $district, $by_district ... $by_area.
-- Columns: the keys, goals (all), a count of each status, on_track_rate (on track or mastered, of those on track, mastered, at risk or off
-- track: a fraction; null where there is none).
-- uses: goals/judged
select
    k.district, k.school, k.provider, k.service, k.grade, k.student, k.area, k.goals, k.mastered, k.on_track, k.at_risk,
    k.off_track, k.stale, k.insufficient_data, k.reported, k.not_started, k.ended,
    cast(k.mastered + k.on_track as double precision)
    / nullif(k.mastered + k.on_track + k.at_risk + k.off_track, 0) as on_track_rate
from (
    select
        u.district, u.school, u.provider, u.service, u.grade, u.student, u.area, count(*) as goals,
        count(*) filter (where u.status = 'mastered') as mastered,
        count(*) filter (where u.status = 'on_track') as on_track,
        count(*) filter (where u.status = 'at_risk') as at_risk,
        count(*) filter (where u.status = 'off_track') as off_track,
        count(*) filter (where u.status = 'stale') as stale,
        count(*) filter (where u.status = 'insufficient_data') as insufficient_data,
        count(*) filter (where u.status = 'reported') as reported,
        count(*) filter (where u.status = 'not_started') as not_started,
        count(*) filter (where u.status = 'ended') as ended
    from (
        select
            case when $by_district then cast($district as varchar) end as district,
            case when $by_school then j.school end as school,
            case when $by_provider then j.provider_id end as provider,
            case when $by_service then j.service end as service,
            case when $by_grade then j.grade end as grade,
            case when $by_student then j.student_id end as student,
            case when $by_area then j.area end as area,
            j.status
        from judged as j
    ) as u
    group by u.district, u.school, u.provider, u.service, u.grade, u.student, u.area
) as k
order by k.district, k.school, k.provider, k.service, k.grade, k.student, k.area

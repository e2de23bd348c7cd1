-- How long does a session take to reach the ledger, and how long to be entered?
-- Grain: one row a combination of the keys asked for. Parameters: $district, $known, $as_of, $from_day, $to_day, $by_service,
-- $by_provider, $by_school, $by_month, the viewer's choice.
-- Columns: the keys, sessions, median_days_to_upload (from the session to the load date of the first file in force that had it; of a session
-- whose child is joined with another later, by the rows as they were then),
-- median_days_to_entry (to the day of entry, where the file tells it), entered_late (more than seven days after), with_entry_day.
-- uses: base/sessions_now, base/batches_now, base/students_now
select
    d.school, d.provider, d.service, d.month, count(*) as sessions,
    percentile_cont(0.5) within group (order by d.days_to_upload) as median_days_to_upload,
    percentile_cont(0.5) within group (order by d.days_to_entry) as median_days_to_entry,
    count(*) filter (where d.days_to_entry > 7) as entered_late, count(d.days_to_entry) as with_entry_day
from (
    select
        cast(f.load_date - s.session_date as double precision) as days_to_upload,
        cast(t.logged_on - s.session_date as double precision) as days_to_entry,
        case when $by_school then coalesce(s.school, p.school) end as school,
        case when $by_provider then s.provider_id end as provider,
        case when $by_service then s.service end as service,
        case when $by_month then cast(date_trunc('month', s.session_date) as date) end as month
    from sessions_now as s
    join sessions as t
        on
            t.district = $district and t.row_key = s.row_key and t.known_from <= $known
            and (t.known_to is null or t.known_to > $known)
    join (
        select r.row_key, min(n.load_date) as load_date
        from (
            select v.row_key, v.batch_id from sessions as v
            where v.district = $district and v.known_from <= $known and coalesce(v.known_to > v.known_from, true)
            union all
            select b.row_key, b.batch_id from batch_rows_listed as b
            where
                b.district = $district and b.dataset = 'sessions' and b.known_to is null
                and b.action not in ('remove', 'waiting')
        ) as r
        join batches_now as n on n.batch_id = r.batch_id
        group by r.row_key
    ) as f on f.row_key = s.row_key
    left join students_now as p on p.student_id = s.student_id
    where
        s.session_date between $from_day and $to_day
        and {s.service in $services}
        and {coalesce(s.school, p.school) in $schools}
        and {s.provider_id in $providers}
        and {s.student_id in $students}
) as d
group by d.school, d.provider, d.service, d.month
order by d.school, d.provider, d.service, d.month

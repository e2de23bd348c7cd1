-- How loaded is each provider (rules 12)?
-- Grain: one row a provider on the staff list or with a line in force, and one with a null provider_id for the unassigned lines.
-- Parameters: $district, $known, the policies of rules 12, the viewer's choice (which providers are shown; a load is always the whole).
-- Columns: provider_id, provider_name, role, fte, capacity_minutes, the parts of the load (minutes a week), students, lines, schools,
-- caseload_cap (students per FTE; null: none entered), inferred_lines, is_observed (travel told from the logs), is_present, without_record
-- (assistant's lines without a therapist of record).
-- uses: caseload/line_loads, caseload/staff, caseload/changes, ledger/provider_names
select
    u.provider_id, coalesce(n.provider_name, u.provider_id, 'unassigned') as provider_name, s.role, s.fte, s.capacity_minutes,
    coalesce(t.direct_minutes, 0) as direct_minutes, coalesce(t.indirect_minutes, 0) as indirect_minutes,
    coalesce(t.documentation_minutes, 0) as documentation_minutes,
    coalesce(c.changes, 0) * $travel_minutes as travel_minutes,
    coalesce(r.students, 0) * $evaluations_per_student * $evaluation_minutes / nullif($work_weeks, 0) as evaluation_minutes,
    coalesce(r.students, 0) * $meetings_per_student * $meeting_minutes / nullif($work_weeks, 0) as meeting_minutes,
    coalesce(v.hours_per_month, 0) * 60 * 9 / nullif($work_weeks, 0) as supervision_minutes,
    coalesce(t.students, 0) as students, coalesce(t.lines, 0) as lines, coalesce(t.schools, 0) as schools,
    nullif(
        case
            when s.role = 'OTR' and v.assistants > 0 and $cap_ot_with_assistant > 0 then $cap_ot_with_assistant
            when s.role = 'OTR' then $cap_ot
            when s.role = 'PT' and v.assistants > 0 and $cap_pt_with_assistant > 0 then $cap_pt_with_assistant
            when s.role = 'PT' then $cap_pt
            when s.role = 'SLP' and v.assistants > 0 and $cap_slp_with_assistant > 0 then $cap_slp_with_assistant
            when s.role = 'SLP' then $cap_slp
            else 0
        end, 0
    ) as caseload_cap,
    coalesce(t.inferred_lines, 0) as inferred_lines, coalesce(t.without_record, 0) as without_record,
    coalesce(c.is_observed and c.changes > 0, false) as is_observed, coalesce(s.is_present, true) as is_present
from (
    select x.provider_id from staff as x
    union
    select l.provider_id from line_loads as l
) as u
left join staff as s on s.provider_id = u.provider_id
left join provider_names as n on n.provider_id = u.provider_id
left join (
    select
        l.provider_id, sum(l.direct_minutes) as direct_minutes, sum(l.indirect_minutes) as indirect_minutes,
        sum(l.documentation_minutes) as documentation_minutes, count(distinct l.student_id) as students, count(*) as lines,
        count(distinct l.school) as schools, count(*) filter (where l.is_inferred) as inferred_lines,
        count(*) filter (where l.is_assistant and l.record_id is null) as without_record
    from line_loads as l
    group by l.provider_id
) as t on t.provider_id = u.provider_id or (t.provider_id is null and u.provider_id is null)
left join (
    select l.record_id, count(distinct l.student_id) as students
    from line_loads as l
    where l.record_id is not null
    group by l.record_id
) as r on r.record_id = u.provider_id
left join changes as c on c.provider_id = u.provider_id
left join (
    select
        h.provider_id, sum(cast(h.hours_per_month as double precision)) as hours_per_month,
        count(distinct h.assistant_id) as assistants
    from supervision as h
    where h.district = $district and h.known_from <= $known and (h.known_to is null or h.known_to > $known)
    group by h.provider_id
) as v on v.provider_id = u.provider_id
where
    (s.provider_id is null or s.is_present or t.lines > 0)
    and {u.provider_id in $providers}
    and (
        ($services = '' and $schools = '' and $students = '')
        or exists (
            select 1 from line_loads as l
            where
                (l.provider_id = u.provider_id or (l.provider_id is null and u.provider_id is null))
                and {l.service in $services}
                and {l.school in $schools}
                and {l.student_id in $students}
        )
    )
order by u.provider_id

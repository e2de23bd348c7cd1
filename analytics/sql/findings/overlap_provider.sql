-- Which sessions of one provider overlap in time, without being one group? Rows of a group share its id, else its start; where neither
-- row says whether it was a group, those that begin together are taken for one.
-- Grain: one row a session. Parameters: as findings/told_sessions. Columns: those of a finding.
-- uses: findings/told_sessions
select
    {finding: t.*}
from told_sessions as t
where
    t.given_minutes > 0 and exists (
        select 1 from told_sessions as o
        where
            o.provider_id = t.provider_id and o.day = t.day and o.row_key <> t.row_key and o.student_id <> t.student_id
            and o.given_minutes > 0 and o.start_time < t.end_time and t.start_time < o.end_time
            and not (
                coalesce(o.session_grouping, t.session_grouping, 'group') = 'group'
                and coalesce(t.session_grouping, o.session_grouping, 'group') = 'group'
                and (
                    coalesce(o.group_id = t.group_id, false)
                    or (o.group_id is null or t.group_id is null) and o.start_time = t.start_time
                )
            )
    )
order by t.student_id, t.day, t.source_row

-- What load does each line put on whoever treats it (rules 12)?
-- Grain: one row a line in force. Parameters: $documentation_minutes. Columns: those of work_lines, direct_minutes (provider's clock: a grouped
-- line's minutes over the provider's own average group), indirect_minutes, documentation_minutes; all a week.
-- uses: caseload/work_lines, caseload/group_sizes
-- materialized
select
    w.*,
    case when w.kind = 'direct' then w.weekly_minutes / coalesce(g.group_size, 1) else 0 end as direct_minutes,
    case when w.kind = 'direct' then 0 else w.weekly_minutes end as indirect_minutes,
    case when w.kind = 'direct' then w.weekly_sessions * $documentation_minutes else 0 end as documentation_minutes
from work_lines as w
left join group_sizes as g on g.provider_id = w.provider_id and w.line_grouping = 'group'

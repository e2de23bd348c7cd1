-- How much of each line's delivered minutes was given in another setting, or in another grouping, than the IEP's (rules 7)?
-- Grain: one row a line with delivered sessions. Parameters: $as_of; as mix/drift. Columns: line_no, given_minutes, and of them
-- other_setting_minutes and other_grouping_minutes; a session or line that doesn't say is in neither.
-- uses: findings/told_lines, base/placed
select
    p.line_no, sum(p.given_minutes) as given_minutes,
    coalesce(sum(p.given_minutes) filter (where p.setting <> l.setting), 0) as other_setting_minutes,
    coalesce(sum(p.given_minutes) filter (where p.session_grouping <> l.line_grouping), 0) as other_grouping_minutes
from placed as p
join told_lines as l on l.line_no = p.line_no
where p.counts_on <= $as_of
group by p.line_no

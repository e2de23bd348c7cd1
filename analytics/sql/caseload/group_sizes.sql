-- How many students are together in each provider's logged groups, on average (rules 12)?
-- Grain: one row a provider with a logged group. Parameters: $as_of. Columns: provider_id, group_size (students / groups, at least 1).
-- uses: mix/given
select g.provider_id, greatest(1, sum(g.student_minutes) / nullif(sum(g.provider_minutes), 0)) as group_size
from given as g
where g.provider_id is not null and g.session_grouping = 'group' and g.together > 1
group by g.provider_id

-- How many students are together in each provider's logged groups, of any plan, on average (rules 12; decision 0660)?
-- Grain: one row a provider with a logged group. Parameters: $as_of. Columns: provider_id, group_size (student-minutes / provider-minutes, at
-- least 1).
-- uses: mix/all_given
select g.provider_id, greatest(1, sum(g.student_minutes) / nullif(sum(g.provider_minutes), 0)) as group_size
from all_given as g
where g.provider_id is not null and g.session_grouping = 'group' and g.together > 1
group by g.provider_id

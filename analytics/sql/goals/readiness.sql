-- How ready are the reports of the grading period that isn't counted yet (rules 10)?
-- Grain: one row a period and provider. Parameters: $as_of. Columns: period, end_date, provider_id, provider_name, goals (in force to the
-- period's last day), ready (with a measurement or progress code for the period by the as-of date), to_measure.
-- uses: goals/period_goals, ledger/provider_names
select
    d.period, max(d.end_date) as end_date, d.provider_id, v.provider_name, count(*) as goals,
    count(*) filter (where d.is_received) as ready, count(*) filter (where not d.is_received) as to_measure
from period_goals as d
left join provider_names as v on v.provider_id = d.provider_id
where not d.is_counted
group by d.period, d.provider_id, v.provider_name
order by min(d.end_date), v.provider_name, d.provider_id

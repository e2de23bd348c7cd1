-- Which progress reports of the school year were due, and which are missing (rules 10)?
-- Grain: one row a grading period and provider. Parameters: $as_of. Columns: period, provider_id, provider_name, due (goals in force on the
-- period's last day), received (of these, with a measurement or progress code for the period), missing.
-- A period counts once ten instructional days have passed after it.
-- uses: goals/period_goals, ledger/provider_names
select
    d.period, d.provider_id, v.provider_name, count(*) as due, count(*) filter (where d.is_received) as received,
    count(*) filter (where not d.is_received) as missing
from period_goals as d
left join provider_names as v on v.provider_id = d.provider_id
where d.is_counted
group by d.period, d.provider_id, v.provider_name
order by min(d.end_date), v.provider_name, d.provider_id

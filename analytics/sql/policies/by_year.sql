-- Which policies hold in each school year, side by side?
-- Grain: one row a school year that days can lie in. Columns: school_year, closures, edge_months, credit_period, shortfall_order, session_counts_at.
-- uses: policies/each_year
-- materialized
select
    p.school_year, max(case when p.policy = 'closures' then p.value end) as closures,
    max(case when p.policy = 'edge_months' then p.value end) as edge_months,
    max(case when p.policy = 'credit_period' then p.value end) as credit_period,
    max(case when p.policy = 'shortfall_order' then p.value end) as shortfall_order,
    cast(max(case when p.policy = 'session_counts_at' then p.value end) as double precision) as session_counts_at
from each_year as p
group by p.school_year

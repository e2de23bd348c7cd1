-- How is each reason treated in each school year (rules 6)?
-- Grain: one row a school year and reason. Columns: school_year, reason, treatment (excused, review, make_up), cause.
-- uses: policies/each_year, ledger/causes
-- materialized
select p.school_year, c.reason, p.value as treatment, c.cause
from causes as c
join each_year as p on p.policy = c.reason

-- What was delivered where no mandate is loaded at all (rules 2a)? No rates, and nothing is outside a mandate.
-- Grain: one row a combination of the keys asked for. Columns: the keys, delivered_minutes.
-- uses: ledger/keyed_sessions
select
    k.district, k.school, k.provider, k.service, k.setting, k.grade, k.student, k.line, k.month,
    sum(k.given_minutes) as delivered_minutes
from keyed_sessions as k
group by k.district, k.school, k.provider, k.service, k.setting, k.grade, k.student, k.line, k.month
order by k.district, k.school, k.provider, k.service, k.setting, k.grade, k.student, k.month

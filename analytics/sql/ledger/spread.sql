-- How much does delivery vary from week to week (rules 9): of the weekly line, else of its provider's weekly lines together?
-- Grain: one row a line with closed weeks of its own. Columns: line_no, closed_weeks (of the last six with loaded days), spread (standard
-- deviation of the weekly credited / due; null: fewer than four closed weeks), spread_weeks, spread_of (line, provider).
-- materialized
-- uses: ledger/own_spread, ledger/week_rates, base/line_providers
select
    r.line_no, r.closed_weeks,
    case when r.weeks >= 4 then r.spread else b.spread end as spread,
    case when r.weeks >= 4 then r.weeks else b.weeks end as spread_weeks,
    case when r.weeks >= 4 then 'line' when b.provider_id is not null then 'provider' end as spread_of
from own_spread as r
join line_providers as p on p.line_no = r.line_no
left join (
    select g.provider_id, count(*) as weeks, stddev_samp(g.credited_minutes / nullif(g.due_minutes, 0)) as spread
    from (
        select q.provider_id, w.week, sum(w.credited_minutes) as credited_minutes, sum(w.due_minutes) as due_minutes
        from week_rates as w
        join line_providers as q on q.line_no = w.line_no and q.provider_id is not null
        group by q.provider_id, w.week
    ) as g
    where cast(g.due_minutes as decimal(18, 6)) > 0
    group by g.provider_id
    having count(*) >= 4
) as b on b.provider_id = p.provider_id

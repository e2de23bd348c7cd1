-- Do the minutes given stand in the figures exactly once: in the ledger, outside it, or apart (rules 4)?
-- Grain: one row. Columns: stored_minutes (all sessions given to date, compensatory ones left out), placed_minutes (by the line they go to),
-- delivered_minutes (in the ledger's periods).
-- uses: base/placed, base/lines, ledger/periods
select
    (
        select coalesce(sum(cast(s.minutes as double precision)), 0) from sessions as s
        where
            s.district = $district and s.known_from <= $known and (s.known_to is null or s.known_to > $known)
            and s.session_date <= $as_of and s.award_id is null and s.status in ('delivered', 'partial', 'make_up')
    ) as stored_minutes,
    (select coalesce(sum(p.given_minutes), 0) from placed as p) as placed_minutes,
    (
        select coalesce(sum(p.given_minutes), 0) from placed as p
        join lines as l on l.line_no = p.line_no and l.in_ledger
    ) as ledger_minutes,
    (select coalesce(sum(p.delivered_minutes), 0) from periods as p) as delivered_minutes

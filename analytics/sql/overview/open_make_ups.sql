-- What is to be made up that no decision has settled (rules 5)?
-- Grain: one row a service with such items of the worklist. Parameters: as ledger/make_ups. Columns: service, open_make_up_minutes, open_make_ups.
-- uses: base/chosen_lines, ledger/make_up_items
select c.service, sum(i.make_up_minutes) as open_make_up_minutes, count(*) as open_make_ups
from make_up_items as i
join chosen_lines as c on c.line_no = i.line_no
where i.is_open
group by c.service

-- Was the as-of date worked out before, for this key?
-- Grain: one row. Parameters: $as_of, $answered_by. Column: has_answers.
select
    exists (
        select 1
        from rolled_answers as a
        where a.asked = $answered_by and a.from_day <= $as_of and a.to_day > $as_of
    ) as has_answers

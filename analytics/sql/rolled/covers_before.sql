-- Which days were loaded when stored steps were made?
-- Grain and columns: those of base/covers.
select c.*
from rolled_covers as c

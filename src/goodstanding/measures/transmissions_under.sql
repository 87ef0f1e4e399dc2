-- Grain   one row per number with fewer than $fewest_transmissions
-- Counts  the transmissions it had
-- Bound   reads per_number, the relation of transmissions_per_number.sql
SELECT master, number, transmissions
FROM per_number
WHERE transmissions < $fewest_transmissions
ORDER BY master, number

-- Grain   one row per master account and account of its tree
-- Counts  numbers held the whole month, and those of them with fewer than $fewest_transmissions; the transmissions they
--         lack; beside them numbers not in use: fewer than three calls of twelve seconds or more and three messages
-- Bound   reads per_number, the relation of transmissions_per_number.sql
SELECT
    master,
    account,
    COUNT(*) AS numbers,
    SUM(CASE WHEN transmissions < $fewest_transmissions THEN 1 ELSE 0 END) AS under,
    SUM(CASE WHEN transmissions < $fewest_transmissions THEN $fewest_transmissions - transmissions ELSE 0 END) AS missing,
    SUM(CASE WHEN long_calls < 3 AND messages < 3 THEN 1 ELSE 0 END) AS inactive
FROM per_number
GROUP BY master, account
ORDER BY master, account

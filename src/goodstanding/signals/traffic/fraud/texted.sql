-- Reads     messages to blocks of a thousand numbers that a master account texted often on one day, by master, day, block and time
SELECT master, day_ms, block, at_ms, recipient, account, idle
FROM texted_blocks
WHERE at_ms >= $since_ms AND at_ms < $until_ms
ORDER BY master, day_ms, block, at_ms, recipient

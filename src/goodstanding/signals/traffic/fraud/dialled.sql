-- Reads     calls to blocks of a thousand numbers that a master account called often on one day, by master, day, block and time
SELECT master, day_ms, block, started_ms, callee, account, idle
FROM dialled_blocks
WHERE started_ms >= $since_ms AND started_ms < $until_ms
ORDER BY master, day_ms, block, started_ms, callee

-- Grain  one row per master account and number that any account of its tree held at any time the inventory remembers
SELECT DISTINCT t.master, h.number
FROM held AS h
INNER JOIN tree AS t ON t.account = h.account
WHERE h.number IS NOT NULL

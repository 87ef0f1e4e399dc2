-- What a message's text comes to, in whole numbers; the text itself goes no further. Every macro answers NULL where there is none.

-- 63 bits of the MD5: its first eight bytes, the lowest one first; the same on every machine and in every version
CREATE OR REPLACE TEMP MACRO numbered(t) AS CAST(md5_number_upper(t) & 9223372036854775807 AS BIGINT);

-- the wording without what changes from recipient to recipient: links, whatever has a digit in it, blanks; l is in lower case
CREATE OR REPLACE TEMP MACRO one_blank(t) AS CASE
    WHEN strpos(t, '  ') > 0 OR strpos(t, chr(10)) > 0 OR strpos(t, chr(9)) > 0 OR starts_with(t, ' ') OR ends_with(t, ' ') THEN trim(regexp_replace(t, '\s+', ' ', 'g')) ELSE t END;
CREATE OR REPLACE TEMP MACRO without_links(l) AS CASE
    WHEN strpos(l, '/') > 0 OR strpos(l, 'www.') > 0 THEN regexp_replace(
        l, '(?:https?://|www\.)\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}/\S*', '@', 'g')
    ELSE l END;
CREATE OR REPLACE TEMP MACRO without_figures(l) AS regexp_replace(l, '\S*[0-9]\S*', '#', 'g');
-- and without a name behind a greeting
CREATE OR REPLACE TEMP MACRO without_name(t) AS CASE
    WHEN regexp_matches(t, '\b(?:hi|hello|hey|dear|hallo|hola|bonjour|ciao) ') THEN regexp_replace(
        t, '^((?:[^:\n]{1,32}: ?|[\[【][^\]】\n]{1,32}[\]】] ?)?(?:hi|hello|hey|dear|hallo|hola|bonjour|ciao)) (?:[^\s,!:.#@]+ ?){1,3}([,!:.])', '\1\2')
    ELSE t END;

-- the host of the first link: behind a scheme or www., or a bare name with a path or a usual ending
CREATE OR REPLACE TEMP MACRO linked(l) AS NULLIF(
    regexp_extract(l, '(?:https?://(?:[^/\s@]*@)?|www\.)(?:www\.)?([^\s/:?#"<>]+)', 1), '');
CREATE OR REPLACE TEMP MACRO bare_host(l) AS CASE
    WHEN regexp_matches(l, '[a-z0-9]\.[a-z]{2,}') THEN NULLIF(regexp_extract(
        l, '(?:^|[\s(<"])((?:[a-z0-9_-]+\.)+(?:[a-z]{2,}/|(?:com|net|org|info|biz|io|co|ly|me|us|uk|de|fr|app|shop|link|xyz|top|site|online|club|example|test|invalid)\b))', 1
    ), '') END;
CREATE OR REPLACE TEMP MACRO host_named(l) AS CASE
    WHEN strpos(l, '.') = 0 THEN NULL
    WHEN strpos(l, 'http') > 0 OR strpos(l, 'www.') > 0 THEN rtrim(COALESCE(linked(l), bare_host(l)), '.,;!)/')
    ELSE rtrim(bare_host(l), '/') END;

-- whose code it is, where a text says so: "your Name code is", "is your Name login code", "to confirm your Name account"
CREATE OR REPLACE TEMP MACRO coded_for(l) AS CASE WHEN strpos(l, 'your ') > 0 AND regexp_matches(l, '[0-9]{4}') THEN NULLIF(regexp_extract(
    l, '\byour (\pL[\pL0-9&''.-]{1,24}(?: \pL[\pL0-9&''.-]{1,24})??)(?: (?:verification|log-?in|sign-?in|security|access|confirmation|one-time|authentication|activation|account))* (?:code|pin|passcode|otp)\b', 1
), '') END;
CREATE OR REPLACE TEMP MACRO account_of(l) AS CASE WHEN strpos(l, ' account') > 0 AND regexp_matches(l, '[0-9]{4}') THEN NULLIF(regexp_extract(
    l, '\b(?:confirm|verify|activate) your (\pL[\pL0-9&''.-]{1,24}) account\b', 1
), '') END;
CREATE OR REPLACE TEMP MACRO named_in_code(l) AS CASE
    WHEN NOT regexp_matches(
        COALESCE(coded_for(l), account_of(l)), '^(?:verification|log-?in|sign-?in|security|access|confirmation|one-time|one time|authentication|authori[sz]ation|activation|account|new|own|personal|private|temporary|secret|unique|zip|area|promo|discount|coupon|voucher|gift|order|booking|reference|referral|invite|invitation|pickup|pick-up|door|gate|entry|member|reward|sms|pass|two-factor|reset|password|recovery|transaction|delivery|user|customer|id|digit)\b'
    ) THEN COALESCE(coded_for(l), account_of(l)) END;

-- the name a text begins with: "Name: ...", "[Name] ..." or "【Name】"; words that name nobody are none; else whose code it is
CREATE OR REPLACE TEMP MACRO sender_named(l) AS CASE
    WHEN regexp_matches(l, '^\s*(?:[\[【]|[^:\n]{2,30}:\s)') THEN trim(COALESCE(
        NULLIF(regexp_extract(l, '^\s*[\[【]([^\]】\n]{2,30})[\]】]', 1), ''),
        regexp_extract(l, '^\s*(\pL[^:\n,!?/\[【]{1,29}):\s', 1)
    )) ELSE named_in_code(l) END;
CREATE OR REPLACE TEMP MACRO brand_named(n) AS CASE
    WHEN NOT regexp_full_match(
        n, '|reminder|alert|notice|urgent|warning|important|attention|update|info|note|msg|free ?msg|re|fwd|code|otp|pin|hi|hello|hey|dear customer|ps|tip|news|final notice|promo|promotion|offer|deal|your .*code'
    ) THEN n END;

-- a keyword that stands alone, in what came in (as patterns: a list of words would become a join of every message with it)
CREATE OR REPLACE TEMP MACRO keyword_in(word) AS CASE
    WHEN regexp_full_match(word, '(?:please |pls )?(?:stop(?: ?all| (?:text|messag|contact|send)ing(?: me)?| texts| messages)?|unsubscribe(?: me)?|cancel|end|quit|revoke|opt[- ]?out|remove me|arr[eê]t)(?: please| pls| now)?') THEN 3
    WHEN regexp_full_match(word, 'start|unstop|yes') THEN 4
    WHEN regexp_full_match(word, 'help|info') THEN 5
    ELSE 0 END;

-- a code to prove who one is, or an offer to buy something, in what went out; coarse, and a code that proves beats an offer
CREATE OR REPLACE TEMP MACRO has_code(l) AS
    regexp_matches(l, '[0-9]{3}') AND regexp_matches(l, '(?:^|[^0-9$€£.,/:-])(?:[a-z]{1,3}-)?(?:[0-9]{4,8}|[0-9]{3}[ -][0-9]{3})(?:$|[^0-9/:%-])')
    AND regexp_matches(
        l, 'verif|one[- ]?time|\botp\b|\b2fa\b|two[- ]factor|passcode|\b(?:security|log-?in|sign-?in|access|confirmation|authentication|authori[sz]ation|activation|auth) (?:code|pin)|\bcode (?:is|to (?:verify|confirm|log|sign))|\bis your\b.{0,40}\b(?:code|pin)|\byour\b.{0,40}\b(?:code|pin)\b.{0,4}(?:is\b|:)|\bto (?:confirm|activate|unlock) your\b.{0,26}\baccount\b|c[oó]digo de|sicherheitscode|best(?:ä|ae)tigungscode|code de (?:v|s)');
CREATE OR REPLACE TEMP MACRO proves(l) AS regexp_matches(l, 'verif|one[- ]?time|\botp\b|\b2fa\b|two[- ]factor|passcode');
CREATE OR REPLACE TEMP MACRO has_offer(l) AS regexp_matches(
    l, '\bsales?\b|[0-9] ?% (?:off|discount|rabatt|de descuento|de réduction)|[$€£][0-9]+ off\b|\b(?:discount|coupon|voucher|promo|promotion|promo code|deal|bargain|rabatt|gutschein|angebot|oferta|descuento|soldes)s?\b|\bbuy (?:now|one|today)\b|\bbogo\b|\bshop (?:now|today|online|the)\b|\blimited[- ]time\b|\bfree (?:gift|shipping|trial|sample|quote)|\b(?:special|exclusive|new|great) offer|\boffer (?:ends|expires|valid)|\bsave (?:up to |an extra )?[$€£0-9]|\b(?:order|act|book) now\b|\bwhile (?:supplies|stocks?) last|\bnew arrivals\b|\bpre-?approved\b|\blow(?:est)? rates?\b');
CREATE OR REPLACE TEMP MACRO said_in(l, is_inbound) AS CASE
    WHEN l IS NULL THEN NULL
    WHEN is_inbound THEN CASE WHEN length(l) <= 24 THEN keyword_in(trim(l, E' \t\r\n.,;:!?"''()*-')) ELSE 0 END
    WHEN has_code(l) AND (proves(l) OR NOT has_offer(l)) THEN 1
    WHEN has_offer(l) THEN 2
    ELSE 0 END;

// What looks wrong in the bytes of an attachment? Our own rules; each says its clause, its weight and why.

rule eicar_test_file {
  meta:
    clause = "use-06"
    signal = "P6.3"
    weight = 100
    why = "is the harmless file that virus scanners are tested with"
  strings:
    // in hexadecimal, so that no scanner takes this file for it
    $test = { 58 35 4F 21 50 25 40 41 50 5B 34 5C 50 5A 58 35 34 28 50 5E 29 37 43 43 29 37 7D 24 45 49 43 41 52 }
  condition:
    $test at 0
}

rule android_dropper {
  meta:
    clause = "use-06"
    signal = "P6.3"
    weight = 100
    why = "is an Android program that holds another one"
  strings:
    $manifest = "AndroidManifest.xml"
    $inner = /assets\/[^\x00-\x1f]{0,60}\.(apk|dex|jar)/
  condition:
    uint32be(0) == 0x504B0304 and $manifest and $inner
}

rule macro_runs_on_opening {
  meta:
    clause = "use-06"
    signal = "P6.3"
    weight = 100
    why = "is a document whose macros run when it is opened"
  strings:
    $opens = /(Auto_?Open|Auto_?Exec|Document_Open|Workbook_Open|Auto_?Close)/ nocase
    $project = { 5F 00 56 00 42 00 41 00 5F 00 50 00 52 00 4F 00 4A 00 45 00 43 00 54 00 }
  condition:
    uint32be(0) == 0xD0CF11E0 and $project and $opens
}

rule document_fetches_template {
  meta:
    clause = "use-06"
    signal = "P6.3"
    weight = 80
    why = "is, or holds, a document that fetches its template from elsewhere when it is opened"
  strings:
    $template = "/relationships/attachedTemplate"
    // a template of one's own machine, file:///C:, is common and harmless
    $outside = /Target\s*=\s*["'](https?:|\\\\|file:\/\/(\/\\\\|[^\/]))/ nocase
    $external = /TargetMode\s*=\s*["']External/ nocase
  condition:
    filesize < 1MB and $template and $outside and $external
}

rule pdf_launches {
  meta:
    clause = "use-06"
    signal = "P6.3"
    weight = 100
    why = "is a PDF that starts a program"
  strings:
    $launch = /\/S\s*\/Launch\b/
  condition:
    uint32be(0) == 0x25504446 and $launch
}

rule pdf_script_on_opening {
  meta:
    clause = "use-06"
    signal = "P6.3"
    weight = 60
    why = "is a PDF that runs script when it is opened"
  strings:
    $script = /\/(JavaScript|JS)\b/
    $opens = /\/(OpenAction|AA)\b/
  condition:
    uint32be(0) == 0x25504446 and $script and $opens
}

rule html_smuggling {
  meta:
    clause = "use-06"
    signal = "P6.3"
    weight = 80
    why = "is a web page that puts a file together by itself and saves it"
  strings:
    $page = /<(script|html|svg)\b/ nocase
    $decodes = /\b(atob|Uint8Array|charCodeAt)\b/
    $makes = /(new\s+Blob\s*\(|createObjectURL|msSaveOrOpenBlob|msSaveBlob)/
    $saves = /(\.download\s*=|msSaveOrOpenBlob|msSaveBlob|\bdownload\s*=\s*["'])/
  condition:
    filesize < 32MB and $page and $decodes and $makes and $saves
}

rule vcard_overflow {
  meta:
    clause = "use-06"
    signal = "P6.5"
    weight = 100
    why = "is an address card with a field far longer than any name or number"
  strings:
    $card = /^\s*BEGIN:VCARD/ nocase
    $long = /\n(N|FN|TEL|ORG|TITLE|EMAIL|ADR|NICKNAME)[;:][^\r\n]{1500}/ nocase
  condition:
    $card and $long
}

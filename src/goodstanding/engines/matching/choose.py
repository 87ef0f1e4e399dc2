"""Which engine matches the rules? Hyperscan where its wheel is installed, the fallback elsewhere, or the one named."""

from pathlib import Path

from goodstanding.engines.matching.re2_and_aho_corasick import FallbackMatchers
from goodstanding.errors import WrongUsage, near_match
from goodstanding.signals.text.matching import Matchers

KNOWN = ("auto", "hyperscan", "re2")


def choose(cache: Path | None = None, *, engine: str = "auto") -> Matchers:
    """Return the engine; WrongUsage when the name is none, or Hyperscan is asked for and not installed.

    cache  a folder for compiled databases that only this program's user may write, or None to compile each time
    """
    if engine not in KNOWN:
        near = near_match(engine, KNOWN)
        hint = f"did you mean {near}?" if near else f"known: {', '.join(KNOWN)}"
        message = f"no matching engine is called {engine}; {hint}"
        raise WrongUsage(message)
    if engine == "re2":
        return FallbackMatchers()
    try:
        from goodstanding.engines.matching.hyperscan import HyperscanMatchers  # noqa: PLC0415 - no wheel on some processors
    except ImportError as error:
        if engine == "auto":
            return FallbackMatchers()
        message = "hyperscan is not installed here; choose the engine re2, which gives the same answers"
        raise WrongUsage(message) from error
    return HyperscanMatchers(cache)

"""Over which HTTP session do actions leave? One that reaches no address of a private network but those that are named."""

import socket
from collections.abc import Sequence
from typing import Final, Protocol

import requests
from AntiSSRF import AntiSSRFError, AntiSSRFPolicy, PolicyConfigOptions

from goodstanding.errors import ControlFailed, WrongUsage

# seconds to connect, and between two bytes of the answer
TIMEOUT_S: Final = (10.0, 20.0)
# answers after which the same call may succeed later; 409: the first call under this key is still at work
PASSING: Final = frozenset({408, 409, 425, 429})


class Sending(Protocol):
    """One call over a session."""

    def __call__(self) -> requests.Response:
        """Send it."""


def guarded_session(inside: Sequence[str]) -> requests.Session:
    """Return a session whose every connection is checked after its name was resolved.

    Without `inside`: public addresses over HTTPS. With it, addresses or networks such as "10.1.2.3" or "10.1.0.0/16": those
    and no other, over HTTP too. Neither proxies nor passwords of the environment are used.
    """
    policy = AntiSSRFPolicy(PolicyConfigOptions.INTERNAL_ONLY if inside else PolicyConfigOptions.EXTERNAL_ONLY_LATEST)
    policy.add_xff_header = False
    if inside:
        try:
            policy.add_allowed_addresses(list(inside))
        except (AntiSSRFError, ValueError) as error:
            message = (
                "GOODSTANDING_CONTROL_INSIDE takes addresses or networks, such as 10.1.2.3 or 10.1.0.0/16, with commas between"
            )
            raise WrongUsage(message) from error
        policy.allow_plain_text_http = True
    session: requests.Session = policy.get_antissrf_session()
    session.trust_env = False
    return session


def answered(who: str, send: Sending) -> requests.Response:
    """Send one call and return the answer, whatever it says; ControlFailed when there is none.

    The words of a failure name no address: an address may carry a secret.
    """
    try:
        return send()
    except AntiSSRFError as error:
        message = (
            f"{who}: its address is refused: it is not public, or not HTTPS; name an address of your own network in "
            f"GOODSTANDING_CONTROL_INSIDE"
        )
        raise ControlFailed(message, is_final=True) from error
    except requests.Timeout as error:
        message = f"{who}: no answer in time; it is asked again under the same key"
        raise ControlFailed(message, is_final=False) from error
    except (requests.exceptions.InvalidURL, requests.exceptions.MissingSchema, requests.exceptions.InvalidSchema) as error:
        message = f"{who}: its address is no URL; write one like https://switch.example.org/actions"
        raise ControlFailed(message, is_final=True) from error
    except (requests.RequestException, socket.gaierror, OSError) as error:
        message = f"{who}: cannot be reached ({type(error).__name__}); it is asked again under the same key"
        raise ControlFailed(message, is_final=False) from error


def passes(status: int) -> bool:
    """Say whether the same call may succeed later."""
    return status in PASSING or status >= 500

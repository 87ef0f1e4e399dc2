"""What does `goodstanding links` do: traffic and profiles in, rings of accounts that belong together out?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from goodstanding.faces.cli.options import AsJson, MonthName, Takes, WorkspaceFolder

if TYPE_CHECKING:
    from goodstanding.flows.find_links import Linked
    from goodstanding.flows.scan_records import Traffic
    from goodstanding.periods import Month


def links(
    take: Takes = [],  # noqa: B006 - typer copies it
    named: WorkspaceFolder = None,
    month: MonthName = None,
    dot: Annotated[Path | None, typer.Option("--dot", metavar="FILE", help="Write the graph for Graphviz.")] = None,
    svg: Annotated[Path | None, typer.Option("--svg", metavar="FILE", help="Draw the graph.")] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Show which accounts belong together, by what they pay with, work on, call from, write and link to."""
    from goodstanding.errors import WrongUsage  # noqa: PLC0415 - help must not wait for it
    from goodstanding.faces.cli.output import print_json  # noqa: PLC0415
    from goodstanding.faces.report.links import links_as_dot, links_as_svg  # noqa: PLC0415
    from goodstanding.flows.find_links import links_to_json  # noqa: PLC0415
    from goodstanding.periods import Month  # noqa: PLC0415

    if take and named is not None:
        message = "--take looks at files without a workspace; leave --workspace out, or take them in first"
        raise WrongUsage(message)
    wanted = Month.parse(month) if month else None
    linked = _of_files(take, wanted) if take else _of_workspace(named, wanted)
    if dot is not None:
        dot.write_text(links_as_dot(linked), encoding="utf-8")
    if svg is not None:
        svg.write_text(links_as_svg(linked), encoding="utf-8")
    if as_json:
        print_json(links_to_json(linked))
    else:
        _show(linked)


def _show(linked: "Linked") -> None:
    from rich.console import Console  # noqa: PLC0415 - heavy

    from goodstanding.faces.report.links import render_links  # noqa: PLC0415

    render_links(linked, Console())


def _of_files(take: list[str], month: "Month | None") -> "Linked":
    from goodstanding.app import SCANNING_MEMORY, desk  # noqa: PLC0415
    from goodstanding.faces.cli.progress import Watch  # noqa: PLC0415
    from goodstanding.records.take import parse_take  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    takes = [parse_take(one) for one in take]
    with desk(read_settings(), memory=SCANNING_MEMORY) as held, Watch() as watch:
        for one in takes:
            held.take_in(one, watch)
        watch.stage("joining legs into calls")
        held.settle_down("UTC")
        return _linked(held, month, "UTC")


def _of_workspace(named: Path | None, month: "Month | None") -> "Linked":
    from goodstanding.app import stored_traffic, workspace  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    settings = read_settings()
    with workspace(named, settings) as held, stored_traffic(held, settings) as traffic:
        return _linked(traffic, month, held.zone)


def _linked(traffic: "Traffic", month: "Month | None", zone: str) -> "Linked":
    from goodstanding.flows.find_links import find_links  # noqa: PLC0415
    from goodstanding.flows.scan_records import Span  # noqa: PLC0415

    return find_links(traffic, Span(month).bounds_ms(traffic.span_ms(), zone))

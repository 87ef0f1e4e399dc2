"""What does `goodstanding check` do: one export in, every month's standing out, nothing kept?"""

import typer

from goodstanding.faces.cli.options import AsHtml, AsJson, EditionName, FailOn, MonthName, Settings, Takes


def check(
    take: Takes,
    month: MonthName = None,
    edition: EditionName = None,
    settings: Settings = [],  # noqa: B006 - typer copies it
    *,
    as_json: AsJson = False,
    html: AsHtml = None,
    fail_on: FailOn = None,
) -> None:
    """Check an export against the requirements, without a workspace."""
    from goodstanding.app import desk  # noqa: PLC0415 - help must not wait for it
    from goodstanding.faces.cli.output import check_fail_on, show_document, status_of  # noqa: PLC0415
    from goodstanding.faces.cli.progress import Watch  # noqa: PLC0415
    from goodstanding.flows.check_export import check_export, edition_choice  # noqa: PLC0415
    from goodstanding.periods import Month  # noqa: PLC0415
    from goodstanding.policy.load import load_editions  # noqa: PLC0415
    from goodstanding.records.take import parse_take  # noqa: PLC0415
    from goodstanding.settings import read_settings  # noqa: PLC0415

    check_fail_on(fail_on)
    takes = [parse_take(one) for one in take]
    months = [Month.parse(month)] if month else []
    choose = edition_choice(load_editions(), edition, settings)
    with desk(read_settings()) as held, Watch() as watch:
        document = check_export(takes, held, choose, months=months, progress=watch)
    editions = list({one.id: one for one in (choose(Month.parse(month.month)) for month in document.months)}.values())
    show_document(document, as_json=as_json, html=html, title="Standing", editions=editions)
    raise typer.Exit(status_of(document, fail_on))

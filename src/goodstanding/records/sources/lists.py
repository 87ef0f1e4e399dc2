"""What is a list of numbers, one entry a line?"""

from goodstanding.records.sources.source import Field, Form, Source, Yields

LIST = Source(
    name="list",
    yields=Yields.LISTED,
    text="list.sql",
    fields=(Field("line", ("line",)),),
    options=("name",),
    form=Form.LINES,
    needs=("name",),
)

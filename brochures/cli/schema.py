"""`brochures schema`: what an editor needs to complete and mark the two files that people write. Floor 8."""

from typing import Literal

import click


@click.command("schema")
@click.argument("name", type=click.Choice(["content", "clinic"]), metavar="content|clinic")
def command(name: Literal["content", "clinic"]) -> None:
    """Print the JSON Schema of content.yaml or clinic.yaml.

    An editor that knows YAML completes and marks a file whose first line names its schema:

        # yaml-language-server: $schema=clinic.schema.json
    """
    from brochures.reading.schema import schema_text

    # As bytes: a terminal that knows fewer letters must not decide what stands in the file.
    click.echo(schema_text(name).encode(), nl=False)

"""JSON Schema of the two files that people write, so that an editor completes and marks while they type. Floor 2.

Made of the models and nothing else: what an editor knows is what `check` knows, as far as a schema can say it.
"""

import json
from typing import Any, Final, Literal, cast, get_args

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from brochures.model.clinic import Clinic
from brochures.model.content import Content

SchemaName = Literal["content", "clinic"]
NAMES: Final[tuple[SchemaName, ...]] = get_args(SchemaName)
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_MODELS: Final[dict[SchemaName, type[BaseModel]]] = {"content": Content, "clinic": Clinic}


class _Generator(GenerateJsonSchema):
    """Mappings say what their keys look like by `propertyNames`, so that a misshapen key is marked too."""

    schema_dialect = DIALECT

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """A mapping whose values are of one kind; pydantic would let a key of another pattern pass."""
        made: JsonSchemaValue = {"type": "object", "additionalProperties": self.generate_inner(schema["values_schema"])}
        keys = self.generate_inner(schema["keys_schema"])
        shape = {name: value for name, value in keys.items() if name not in {"type", "title"}}
        if shape:
            made["propertyNames"] = shape
        for name, limit in (("minProperties", schema.get("min_length")), ("maxProperties", schema.get("max_length"))):
            if limit is not None:
                made[name] = limit
        return made

    def chain_schema(self, schema: core_schema.ChainSchema) -> JsonSchemaValue:
        """The conditions of every step: a telephone number is a text first, and has its own pattern then."""
        made: JsonSchemaValue = {}
        for step in schema["steps"]:
            made.update(self.generate_inner(step))
        return made


def schema_of(name: SchemaName) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a content or a clinic file."""
    made = _MODELS[name].model_json_schema(schema_generator=_Generator)
    return {"$schema": DIALECT, "$id": f"urn:brochures:{name}", **cast("dict[str, Any]", _tidied(made))}


def schema_text(name: SchemaName) -> str:
    """The same as a file: indented, every letter as itself, with a line break at its end."""
    return json.dumps(schema_of(name), ensure_ascii=False, indent=2) + "\n"


def _tidied(value: object) -> object:
    """The schema as editors show it best: each description on one line, and no default of nothing to fill in."""
    if isinstance(value, dict):
        return {
            key: " ".join(part.split()) if key == "description" and isinstance(part, str) else _tidied(part)
            for key, part in value.items()
            if key != "default" or part is not None
        }
    return [_tidied(part) for part in value] if isinstance(value, list) else value

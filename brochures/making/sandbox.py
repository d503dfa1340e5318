"""The one template environment: ours, and a clinic's own templates kept to what a template is for. Floor 4.

A template is given data and draws pages. It cannot reach a file, the environment, the network, or anything
whose name begins with an underscore; it cannot change what it is given; `include`, `import` and `extends`
find templates only. `range` goes to 100,000, and only numbers are multiplied. Time is not limited: loops
within loops hold up the render, which whoever began it can stop. What such a template leaves out or hides of
the safety text is found in the finished file, and the piece is withheld.
"""

import hashlib
import traceback
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import jinja2
from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket, bc_magic
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from brochures.errors import StyleFault
from brochures.making import kept
from brochures.reading.ownfiles import own_file

_NEEDLESS: Final = ("lipsum", "cycler", "joiner")
_OPTIONS: Final = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}


class _ClinicLoader(BaseLoader):
    """Finds templates in the clinic's folder, and nowhere else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:  # noqa: ARG002 - the base's
        own = own_file(self._folder, "templates", template)
        if own is None:
            raise TemplateNotFound(template)
        path, text = own
        return text, str(path), None

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - the base's
    ) -> Template:
        """As the library's, and always from the words: a clinic's templates are compiled each time."""
        source, path, uptodate = self.get_source(environment, name)
        code = environment.compile(source, name, path)
        return environment.template_class.from_code(environment, code, globals or {}, uptodate)


class _Compiled(BytecodeCache):
    """Our own templates as they were compiled before, by the digest of all that they are compiled from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _place(self, bucket: Bucket) -> Path:
        watched = sorted(_Sandbox.intercepted_binops)
        made_from = f"{jinja2.__version__} {bc_magic!r} {_OPTIONS} {watched} {bucket.key} {bucket.checksum}"
        return self._folder / f"{hashlib.sha256(made_from.encode()).hexdigest()}.compiled"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket when its template was kept."""
        found = kept.found(self._place(bucket))
        if found is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what is in the bucket."""
        kept.keep(self._place(bucket), bucket.bytecode_to_string())


class _Sandbox(ImmutableSandboxedEnvironment):
    """As the library's, and nothing is made long by repeating it: a page has no use for that."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - as the library has it
        if not (isinstance(left, int | float) and isinstance(right, int | float)) or operator == "**":
            raise SecurityError("only numbers may be multiplied here")
        return super().call_binop(context, operator, left, right)


def sandbox(templates: Path, clinic_folder: Path | None = None, compiled: Path | None = None) -> Environment:
    """An environment that finds the clinic's templates first, then ours; undefined names are errors.

    `compiled` is a folder of the user's, in which our templates, and no others, are kept as they were compiled.
    """
    loaders: list[BaseLoader] = [FileSystemLoader(templates)]
    if clinic_folder is not None:
        loaders.insert(0, _ClinicLoader(clinic_folder))
    env = _Sandbox(
        loader=ChoiceLoader(loaders),
        undefined=StrictUndefined,
        **_OPTIONS,
        bytecode_cache=_Compiled(compiled) if compiled else None,
    )
    for name in _NEEDLESS:
        del env.globals[name]
    return env


@contextmanager
def faults_named(clinic_folder: Path | None = None) -> Iterator[None]:
    """Turns what goes wrong in a template into a StyleFault; in a clinic's, with its file and line.

    What goes wrong in our own code, called by our own templates, stays a bug with its traceback.

    Raises:
        StyleFault: a template is not well formed, asks for what nobody gave, or for what no template may have.
    """
    try:
        yield
    except StyleFault:
        raise
    except Exception as error:
        place = _place(error, clinic_folder) if clinic_folder else ""
        if not place and not isinstance(error, TemplateError):
            raise
        reason = _reason(error)
        raise StyleFault(
            f"{place}: {reason}" if place else f"the template {_name(error)}is broken: {reason}"
        ) from error


def _reason(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template `{error.name}`"
    if isinstance(error, RecursionError):
        return "it calls itself without end"
    return str(error).strip() or type(error).__name__


def _name(error: Exception) -> str:
    name = getattr(error, "name", None)
    return f"{name} " if name else ""


def _place(error: Exception, folder: Path) -> str:
    """`templates/components/callout.html:3` when it went wrong in the clinic's own file."""
    home = str(folder / "templates")
    if isinstance(error, TemplateSyntaxError) and (error.filename or "").startswith(home):
        return f"{Path(error.filename or '').relative_to(folder).as_posix()}:{error.lineno}"
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.startswith(home):
            return f"{Path(frame.filename).relative_to(folder).as_posix()}:{frame.lineno}"
    return ""

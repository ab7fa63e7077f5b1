"""The sample file: the reference office with illustrative actuals, made once and used again."""

from pathlib import Path

from perftrack.errors import DataFileError, UserError
from perftrack.services import bundled
from perftrack.services.importing.package import import_into_new
from perftrack.services.workspace import Clock, Workspace

SAMPLE_NAME = "sample.perftrack"


def provide_sample(path: Path, *, clock: Clock) -> bool:
    """Makes the sample file at ``path``, or leaves the one that is there. Whether it was made.

    Raises ``UserError("demo_taken")`` when something else is there (it is not touched), and what making a file raises.
    """
    if not path.exists() and not path.is_symlink():
        import_into_new(path, bundled.sample_package(), clock=clock, is_sample=True)
        return True
    try:
        with Workspace.open(path, clock=clock) as workspace:
            if workspace.is_sample and workspace.years():
                return False
    except DataFileError as error:
        raise UserError("demo_taken", path=str(path)) from error
    raise UserError("demo_taken", path=str(path))

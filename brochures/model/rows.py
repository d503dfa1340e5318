"""The rows of a comparison: the short table, questions and answers, the column of doing nothing. Floor 1."""

from pydantic import Field

from brochures.model.base import Model, Places, Slug, Text
from brochures.model.pictured import Icon, RowFigure
from brochures.model.statement import Statement, Statements


class Quick(Model):
    """One line of the short table on the flap: an icon and a few words for each option."""

    icon: Icon = Field(description="The small drawing in front")
    answers: dict[Slug, Statement] = Field(description="A few words for each option")


class Row(Model):
    """One question of the comparison sheet with one answer for each option, `none` among them."""

    question: Text = Field(max_length=60, description="The question, as a patient asks it")
    answers: dict[Slug, Statement] = Field(description="One answer for each option, and for `none`")
    figure: RowFigure | None = Field(default=None, description="What is drawn under the answers")
    safety: bool = Field(default=False, description="Locked: serious risks, and who should not have it")
    place: Places | None = Field(default=None, description="The only place where this row is printed, or several")


class SharedRow(Model):
    """A question with one answer across all options."""

    question: Text = Field(max_length=60, description="The question, as a patient asks it")
    answer: Statements = Field(description="The answer for all options")


class Neither(Model):
    """The column of doing nothing."""

    name: Text = Field(description="Head of the column")
    caption: Text = Field(description="What it means, under the head")

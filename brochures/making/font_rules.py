"""Which faces of a look a page uses, and the rules of style that name them. Floor 4."""

from brochures.making.cutting import is_variable
from brochures.model.brand import FontFace, Look


def used_faces(look: Look) -> tuple[FontFace, ...]:
    """The faces that our styles ask for; of fonts that come as one file for each weight, all."""
    used = {(look.display_family, weight, style) for weight, style in look.theme.display_cuts}
    used |= {(look.text_family, weight, style) for weight, style in look.theme.text_cuts}
    used |= {(look.sans_family, weight, style) for weight, style in look.theme.sans_cuts}
    return tuple(
        face for face in look.faces if (face.family, face.weight, face.style) in used or not is_variable(face.path)
    )


def address(number: int) -> str:
    """Where the engine asks for a face: its number among those that are used."""
    return f"fonts/{number}.ttf"


def font_faces(faces: tuple[FontFace, ...], base: str) -> str:
    """One complete file for each family, weight and style: the engine mixes up split families."""
    return "\n".join(
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{face.style};'
        f"src:url({base}{address(i)})}}"
        for i, face in enumerate(faces)
    )

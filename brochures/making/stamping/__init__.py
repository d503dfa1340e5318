"""Lay out once, print for many: a piece compiled into a program, and persons' files stamped from it. Floor 4.

    compiling.compile_program ──▶ program.Program ──▶ stamping.Stamper ──▶ Stamped or Unfit
                                                 └──▶ ordered.ordered  ──▶ one file for a letter shop

The left side uses the paper engine. The right side imports nothing outside Python's own library, so that a program
that was kept is stamped without loading an engine.
"""

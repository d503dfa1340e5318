"""`python -m brochures`: the command line. Floor 8."""

from brochures.cli import main

if __name__ == "__main__":
    main()

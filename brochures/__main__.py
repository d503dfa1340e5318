"""The command line as a module: `python -m brochures`."""

from brochures.cli import main

if __name__ == "__main__":
    main()

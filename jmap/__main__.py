"""``python -m jmap``."""

from jmap.cli import main

if __name__ == "__main__":
    main()

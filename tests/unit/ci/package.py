"""A stand-in for jmap that pip builds in a moment and without an index."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

VERSION = "7.7.7"
_BACKEND = """
import shutil
from pathlib import Path

def build_wheel(folder, config_settings=None, metadata_directory=None):
    (wheel,) = Path(__file__).parent.glob("*.whl")
    shutil.copy(wheel, folder)
    return wheel.name
"""
_PROJECT = f"""[project]
name = "jmap"
version = "{VERSION}"
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""


def package(folder: Path, files: Mapping[str, str], entry_points: str = "") -> None:
    """Makes a folder one that pip can install."""
    (folder / "backend.py").write_text(_BACKEND, encoding="utf-8")
    (folder / "pyproject.toml").write_text(_PROJECT, encoding="utf-8")
    wheel(folder, VERSION, files, entry_points)


def wheel(folder: Path, version: str, files: Mapping[str, str], entry_points: str = "") -> None:
    """Writes a wheel of some files into a folder."""
    about = {
        "METADATA": f"Metadata-Version: 2.1\nName: jmap\nVersion: {version}\n",
        "WHEEL": "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        "entry_points.txt": entry_points,
        "RECORD": "",
    }
    with zipfile.ZipFile(folder / f"jmap-{version}-py3-none-any.whl", "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        for name, text in about.items():
            archive.writestr(f"jmap-{version}.dist-info/{name}", text)

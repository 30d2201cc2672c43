"""The golden files themselves: a wrong, missing or unused file must fail a run."""

from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

TESTS = """
import pytest

@pytest.mark.golden("upper")
def test_upper(case):
    case.check("out.txt", case.read("in.txt").upper())

def test_named(golden):
    golden("named/one").check("a.txt", "ب\\r\\n")
"""


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    pytester.makepyprojecttoml(
        """
        [tool.pytest]
        testpaths = ["tests"]
        markers = ["golden(folder)"]
        empty_parameter_set_mark = "fail_at_collect"
        """
    )
    write(pytester, "tests/test_it.py", TESTS.encode())
    write(pytester, "tests/golden/upper/x/in.txt", b"abc")
    write(pytester, "tests/golden/upper/x/out.txt", b"ABC")
    write(pytester, "tests/golden/named/one/a.txt", "ب\r\n".encode())
    return pytester


def write(pytester: pytest.Pytester, name: str, data: bytes) -> Path:
    path = pytester.path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def run(project: pytest.Pytester, *args: str) -> pytest.RunResult:
    return project.runpytest_subprocess("-p", "tests.tools.golden", *args)


@pytest.mark.parametrize("workers", ["0", "2"])
def test_matching_files_pass(project: pytest.Pytester, workers: str) -> None:
    result = run(project, "-n", workers)

    assert result.ret == 0
    result.assert_outcomes(passed=2)


def test_a_difference_is_shown(project: pytest.Pytester) -> None:
    write(project, "tests/golden/upper/x/out.txt", b"ABCD")

    result = run(project)

    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*-ABCD", "*+ABC"])


def test_line_ends_matter(project: pytest.Pytester) -> None:
    write(project, "tests/golden/named/one/a.txt", "ب\n".encode())

    run(project).assert_outcomes(passed=1, failed=1)


def test_a_missing_file_fails(project: pytest.Pytester) -> None:
    (project.path / "tests/golden/upper/x/out.txt").unlink()

    result = run(project)

    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*out.txt is missing*"])


def test_a_marked_test_without_cases_fails(project: pytest.Pytester) -> None:
    (project.path / "tests/golden/upper").rename(project.path / "tests/golden/other")

    assert run(project).ret != 0


@pytest.mark.parametrize("workers", ["0", "2"])
def test_an_orphan_fails(project: pytest.Pytester, workers: str) -> None:
    write(project, "tests/golden/upper/x/old.txt", b"")

    result = run(project, "-n", workers)

    assert result.ret == 1
    result.stdout.fnmatch_lines(["golden file no test uses*old.txt"])


def test_a_part_of_the_run_judges_no_orphans(project: pytest.Pytester) -> None:
    assert run(project, "-k", "named").ret == 0
    assert run(project, "tests/test_it.py::test_named").ret == 0


@pytest.mark.parametrize("workers", ["0", "2"])
def test_clean_deletes_orphans_only(project: pytest.Pytester, workers: str) -> None:
    orphan = write(project, "tests/golden/gone/y/old.txt", b"")

    result = run(project, "--golden-clean", "-n", workers)

    assert result.ret == 0
    assert not orphan.exists()
    assert (project.path / "tests/golden/upper/x/in.txt").exists()
    assert run(project).ret == 0


def test_update_writes_what_the_tests_make(project: pytest.Pytester) -> None:
    changed = write(project, "tests/golden/upper/x/out.txt", b"ABCD")
    missing = project.path / "tests/golden/named/one/a.txt"
    missing.unlink()

    assert run(project, "--golden-update").ret == 0
    assert changed.read_bytes() == b"ABC"
    assert missing.read_bytes() == "ب\r\n".encode()
    assert run(project).ret == 0

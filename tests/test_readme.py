"""What README and CONTRIBUTING show is what runs. Run as a script, this file writes the outputs into them anew."""

import contextlib
import doctest
import io
import os
import re
import shlex
import tempfile
from pathlib import Path

import pytest

from timeline import cli
from timeline.corrections import read_corrections
from timeline.options import read_recipe

ROOT = Path(__file__).parent.parent
EXAMPLE = re.compile(
    r"```python\n(?P<code>import timeline.*?)```\n\nIt prints:\n\n```text\n(?P<printed>.*?)```", re.DOTALL
)
COMMAND = re.compile(r"```console\n\$ (?P<command>timeline .*?)\n(?P<printed>.*?)```", re.DOTALL)


def read(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def found(pattern: re.Pattern[str], document: str) -> re.Match[str]:
    match = pattern.search(read(document))
    assert match, f"{document} has lost its example"
    return match


def output_of(code: str, folder: Path) -> str:
    """What the example prints in a folder that holds the sample articles and nothing else."""
    (folder / "data").symlink_to(ROOT / "data", target_is_directory=True)
    out = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(out):
        exec(compile(code, "README.md", "exec"), {})
    return out.getvalue()


def output_of_command(command: str) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert cli.main(shlex.split(command)[1:]) == 0
    return out.getvalue()


def test_the_example_prints_what_stands_beside_it(tmp_path: Path) -> None:
    example = found(EXAMPLE, "README.md")
    assert output_of(example["code"], tmp_path) == example["printed"], (
        f"to renew it: python {os.path.relpath(__file__)}"
    )
    assert (tmp_path / "timeline.html").read_text(encoding="utf-8").lower().startswith("<!doctype html")


def test_the_example_is_short() -> None:
    code = found(EXAMPLE, "README.md")["code"]
    assert len([line for line in code.splitlines() if line.strip()]) <= 10


def test_the_command_prints_what_stands_beside_it() -> None:
    example = found(COMMAND, "CONTRIBUTING.md")
    assert output_of_command(example["command"]) == example["printed"], (
        f"to renew it: python {os.path.relpath(__file__)}"
    )


def test_the_walks_return_what_stands_beside_them(root: Path) -> None:
    options = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    failed, tried = doctest.testfile(str(root / "CONTRIBUTING.md"), module_relative=False, optionflags=options)
    assert tried > 10
    assert not failed


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "data/README.md"])
def test_every_relative_link_leads_to_a_file(document: str) -> None:
    for link in re.findall(r"\]\(([^)\s#]+)", read(document)):
        assert "://" in link or ((ROOT / document).parent / link).exists(), f"{document}: {link} is not there"


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_file_and_target_named_exists(document: str) -> None:
    text = read(document)
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)\b(?=`| [A-Z]| +#)", text)) <= targets
    for path in re.findall(r"`((?:timeline|tests|data|notebooks)/[a-z_/.-]+?)/?`", text):
        assert (ROOT / path).exists(), f"{document} names {path}, which is not there"


def test_help_knows_every_suffix_that_readme_names(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    shown = re.sub(r"\s+", "", capsys.readouterr().out)
    named = found(re.compile(r"`-o` knows `([^`]+)`"), "README.md")[1].split()
    assert len(named) > 5
    assert [suffix for suffix in named if suffix not in shown] == []


def test_the_files_that_readme_shows_are_read(tmp_path: Path) -> None:
    for language, name in (("toml", "timeline.toml"), ("csv", "corrections.csv")):
        block = found(re.compile(rf"```{language}\n(.*?)```", re.DOTALL), "README.md")[1]
        (tmp_path / name).write_text(block, encoding="utf-8")
    assert read_recipe(tmp_path / "timeline.toml")["articles"] == [str(tmp_path / "data/articles")]
    rows = read_corrections(tmp_path / "corrections.csv")
    assert rows["action"].to_list() == ["change", "check", "publish"]
    assert rows["published"].to_list() == [None, None, "2015-10-12"]


def renew() -> None:
    with tempfile.TemporaryDirectory() as folder:
        example = found(EXAMPLE, "README.md")
        text = read("README.md")
        text = (
            text[: example.start("printed")] + output_of(example["code"], Path(folder)) + text[example.end("printed") :]
        )
        (ROOT / "README.md").write_text(text, encoding="utf-8")
    command = found(COMMAND, "CONTRIBUTING.md")
    text = read("CONTRIBUTING.md")
    text = text[: command.start("printed")] + output_of_command(command["command"]) + text[command.end("printed") :]
    (ROOT / "CONTRIBUTING.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    renew()

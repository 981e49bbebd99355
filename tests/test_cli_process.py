"""The command as a process: pipes that break, disks that are full, interrupts, terminals."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsroom, StartCommand

FULL = Path("/dev/full")
needs_full_device = pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")


def test_reader_that_goes_away_ends_the_command_quietly(start_command: StartCommand) -> None:
    command = start_command("clean", "--as", "jsonl", "-")
    assert command.stdin
    assert command.stdout
    assert command.stderr
    line = b'{"id": "a", "text": "A text of some words."}\n'
    command.stdin.write(line)
    command.stdin.flush()
    assert json.loads(command.stdout.readline())["id"] == "a"
    command.stdout.close()
    command.stdin.write(line)
    command.stdin.close()
    assert (command.wait(10), command.stderr.read()) == (0, b"")


def test_records_come_while_the_input_is_still_open(start_command: StartCommand) -> None:
    command = start_command("clean", "-")
    assert command.stdin
    assert command.stdout
    for number in range(3):
        command.stdin.write(b'{"id": "%d", "text": "A text of some words."}\n' % number)
        command.stdin.flush()
        assert json.loads(command.stdout.readline())["id"] == str(number)


@needs_full_device
def test_full_disk_gives_one_message_that_names_the_file(tmp_path: Path, start_command: StartCommand) -> None:
    (tmp_path / "a.txt").write_text("A text of some words.")
    command = start_command("clean", "a.txt", "-o", str(FULL), cwd=tmp_path)
    out, err = command.communicate(timeout=60)
    assert (command.returncode, out) == (1, b"")
    [message] = err.decode().splitlines()
    assert message.startswith("scraper: /dev/full: cannot be written (No space left on device)")


@needs_full_device
@pytest.mark.parametrize("args", [["clean", "a.txt"], ["schema"]])
def test_full_disk_behind_standard_output_is_told_once(
    tmp_path: Path, start_command: StartCommand, args: list[str]
) -> None:
    (tmp_path / "a.txt").write_text("A text of some words.")
    with FULL.open("wb") as full:
        command = start_command(*args, cwd=tmp_path, stdout=full.fileno())
        _, err = command.communicate(timeout=60)
    [message] = err.decode().splitlines()
    assert command.returncode == 1
    assert message.startswith("scraper: standard output: cannot be written")


@pytest.mark.parametrize(
    ("number", "code", "told"), [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")]
)
def test_signal_while_a_server_stalls_ends_the_command_and_keeps_whole_records(
    newsroom: Newsroom, start_command: StartCommand, number: int, code: int, told: str
) -> None:
    command = start_command("fetch", "--allow-loopback", "--gap", "0", newsroom.url("/story"), newsroom.url("/stall"))
    assert command.stdout
    first = command.stdout.readline()
    assert newsroom.stalling.wait(10)
    command.send_signal(number)
    rest, err = command.communicate(timeout=60)
    assert command.returncode == code
    assert json.loads(first)["outcome"] == "article"
    assert rest == b""
    assert err.decode().splitlines() == [f"scraper: {told}; the records written so far are whole"]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signal_while_standard_input_stalls_ends_the_command(
    start_command: StartCommand, number: int, code: int
) -> None:
    command = start_command("clean", "-")
    assert command.stdin
    assert command.stdout
    command.stdin.write(b'{"text": "A text of some words."}\n')
    command.stdin.flush()
    assert json.loads(command.stdout.readline())
    command.send_signal(number)
    assert command.wait(10) == code


def test_clean_on_a_terminal_without_input_says_what_to_do(start_command: StartCommand) -> None:
    ours, theirs = pty.openpty()
    command = start_command("clean", stdin=theirs)
    _, err = command.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert command.returncode == 2
    assert err.decode().startswith("scraper: no input given; write `scraper clean PAGE.html`")


def test_file_name_that_is_no_utf8_is_read_and_told(tmp_path: Path, start_command: StartCommand) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).touch()
    command = start_command("clean", name, cwd=tmp_path)
    out, err = command.communicate(timeout=60)
    assert json.loads(out)["error"]["kind"] == "empty"
    assert err.decode().startswith("caf?.txt: nothing in it")


def test_unknown_file_prints_its_record_and_one_line(tmp_path: Path, start_command: StartCommand) -> None:
    command = start_command("clean", "missing.html", cwd=tmp_path, stdin=subprocess.DEVNULL)
    out, err = command.communicate(timeout=60)
    assert command.returncode == 1
    assert json.loads(out)["error"]["message"] == "missing.html: no such file; check the path"
    assert err.decode() == "missing.html: no such file; check the path\n"

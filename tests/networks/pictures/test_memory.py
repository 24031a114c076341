"""What a large picture costs, measured in a process of its own."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.long

# Bytes, and what a process with Pillow has before it reads anything.
BOUND = 650_000_000
PROGRAM = """
import resource, sys
from io import BytesIO
from networks.pictures.preparing import at_most, pixels, prepared
with open(sys.argv[1], "rb") as file:
    pixels(file)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    content = prepared(file, 12_000_000)
at_most(content, 1440)
print(before * 1024, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
"""
DRAW = "import sys; from PIL import Image; Image.new('RGB', (int(sys.argv[2]), 5000), 'red').save(sys.argv[1])"
# A process begins with the peak of whoever started it, and a shell's is small.
SHELL = ["sh", "-c", '"$@"; exit $?', "sh"]


def peak(path, width):
    subprocess.run([sys.executable, "-c", DRAW, path, str(width)], check=True)
    done = subprocess.run([*SHELL, sys.executable, "-c", PROGRAM, path], capture_output=True, check=True)
    before, after = map(int, done.stdout.split())
    return before, after - before


def test_twice_the_pixels_take_at_most_two_and_a_half_times_the_memory(tmp_path):
    """25 and 50 megapixels, both made smaller. The header alone takes as good as nothing."""
    (first, small), (second, large) = (peak(tmp_path / "bild.png", width) for width in (5000, 10_000))
    assert large <= 2.5 * small
    assert first + small < second + large < BOUND
    assert second - first < 10_000_000

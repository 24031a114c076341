"""What it takes to decode a picture, by the structure of its file: nothing is decoded. Pure.

The size in a header says little of it. A frame of a GIF may lie outside of the picture, a JPEG may go over its pixels
a thousand times, and both in a file of some kilobytes.
"""

from .measure import structure
from .measured import Structure

__all__ = ["Structure", "structure"]

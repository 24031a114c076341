"""ClamAV's real daemon on a socket of its own, with one signature: that of the EICAR test file.

It downloads no signatures. Debian, Ubuntu: apt install clamav-daemon
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

# In two parts, so that no scanner takes this file for what it describes (eicar.org).
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + b"STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
LARGEST = 1_000_000


class Clamd:
    """One daemon. ``address`` is what VIRUS_SCANNER takes; files above ``LARGEST`` bytes it does not examine."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="clamd-")
        self._process: subprocess.Popen[str] | None = None
        self.address = f"unix:{self._folder.name}/socket"

    def start(self) -> "Clamd":
        """Starts it, and returns when it listens."""
        program = shutil.which("clamd", path="/usr/sbin:/usr/local/sbin:/usr/bin:/opt/homebrew/sbin")
        if program is None:
            raise RuntimeError("clamd is not installed (Debian, Ubuntu: apt install clamav-daemon).")
        folder = Path(self._folder.name)
        (folder / "eicar.ndb").write_text(f"Eicar-Test:0:*:{EICAR.hex()}\n")
        settings = folder / "clamd.conf"
        settings.write_text(
            f"LocalSocket {folder}/socket\nDatabaseDirectory {folder}\nForeground yes\nStreamMaxLength {2 * LARGEST}\n"
            f"MaxFileSize {LARGEST}\nAlertExceedsMax yes\n"
            f"LogFile {folder}/log\nPidFile {folder}/pid\n"
        )
        command = [program, f"--config-file={settings}"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        lines = []
        for line in self._process.stdout or ():
            lines.append(line)
            if "Self checking" in line:
                return self
        raise RuntimeError("clamd did not start:\n" + "".join(lines))

    def stop(self) -> None:
        if self._process:
            self._process.terminate()
            self._process.communicate()
        self._folder.cleanup()

"""Reads what pip-audit reports (its JSON): what is vulnerable, and what it could not look up.

pip-audit says "No known vulnerabilities found" also of packages that its list does not have.
"""

from typing import NamedTuple

NOTHING_FOUND, FOUND, NOT_CHECKED = 0, 1, 3


class Verdict(NamedTuple):
    code: int  # of the process
    lines: list[str]


def verdict(report):
    """``report`` as pip-audit's dictionary; None where no list answered."""
    packages = report["dependencies"] if report else []
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    found = [line for package in packages for line in _lines(package)]
    if found:
        return Verdict(FOUND, [*found, "Renew what is named above: make renew. docs/renewing.md says how."])
    if not packages or len(unknown) == len(packages):
        return Verdict(NOT_CHECKED, ["Not checked: no public list of vulnerabilities can be reached from here."])
    if unknown:
        return Verdict(NOT_CHECKED, [f"Not checked, since the list does not have them: {', '.join(unknown)}."])
    return Verdict(NOTHING_FOUND, [f"{len(packages)} packages have no known vulnerability."])


def _lines(package):
    for each in package.get("vulns", []):
        mended = ", ".join(each["fix_versions"]) or "no version yet"
        yield f"{package['name']} {package['version']}: {each['id']}, mended in {mended}"

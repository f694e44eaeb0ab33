"""``soleus check``: what the rules find in plans, for people or for programs."""

from __future__ import annotations

import argparse
import json
from typing import Any

from soleus_desktop.cli.plans import file_name, read, the_guide
from soleus_desktop.cli.terminal import one_line, say
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.unknown import unknown_told
from soleus_desktop.rules.engine import check
from soleus_desktop.rules.finding import SEVERITIES, Finding, Report
from soleus_desktop.storage.problems import PlanFileError

_EPILOG = """\
Exit code: 0 nothing found at the level of --fail-on or above, 1 something found, 2 a file could
not be used (the others are reported all the same). Waived findings are listed with their reason and
do not count.

With --format json, one file gives an object with "findings" and "counts"; several give a list of
such objects, each with "file". A file that could not be used has "error", a sentence, and
"problems", each with "place" and "message", instead.
"""


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "check",
        help="say where plans leave the guide",
        description="Check plans against the guide.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files",
        type=file_name,
        nargs="+",
        metavar="FILE",
        help="a plan, NAME.soleus, or a PDF that has one in it",
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="for people (text) or programs"
    )
    parser.add_argument(
        "--fail-on",
        choices=SEVERITIES,
        default="error",
        help="the least severity that makes the exit code 1 (default: error)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check every file, report, return the exit code."""
    failing = SEVERITIES[: SEVERITIES.index(options.fail_on) + 1]
    code, results = 0, []
    for name in options.files:
        try:
            plan = read(name)
        except PlanFileError as error:
            for problem in error.problems:
                say(f"{name}: {problem}")
            code = 2
            results.append({"file": name} | _unusable(error))
            continue
        report = check(plan, the_guide())
        if any(report.counts[severity] for severity in failing):
            code = max(code, 1)
        if options.format == "text":
            print("\n".join(_lines(name, plan, report)))
        else:
            results.append({"file": name} | as_json(report))
    if options.format == "json":
        print(json.dumps(_alone(results), ensure_ascii=False, indent=2))
    return code


def as_json(report: Report) -> dict[str, Any]:
    """Return a report as the command line gives it to programs: weeks from 1, days ``mon`` ..."""
    return {
        "findings": [_finding(finding) for finding in report.findings],
        "counts": report.counts,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "rule": finding.rule.id,
        "severity": finding.severity,
        "week": None if place.week is None else place.week + 1,
        "day": place.day_key,
        "entry": place.entry,
        "exercise": finding.exercise,
        "message": finding.message,
        "cites": list(finding.cites),
        "fixes": [{"title": fix.title, "safety": fix.safety} for fix in finding.fixes],
        "waived": finding.waiver is not None,
        "reason": finding.waiver.reason if finding.waiver else None,
    }


def _unusable(error: PlanFileError) -> dict[str, Any]:
    return {
        "error": str(error),
        "problems": [problem._asdict() for problem in error.problems],
    }


def _alone(results: list[dict[str, Any]]) -> Any:
    if results[1:]:
        return results
    return {key: value for key, value in results[0].items() if key != "file"}


def _lines(name: str, plan: Plan, report: Report) -> list[str]:
    lines = [one_line(name)]
    for finding in report.findings:
        lines += _about(finding)
    unknown = [f"  {told}"] if (told := unknown_told(plan)) else []
    return [*lines, *unknown, f"  {_summary(plan, report)}"]


def _about(finding: Finding) -> list[str]:
    severity = "waived" if finding.waiver else finding.severity
    entry = f", entry {one_line(finding.place.entry)}" if finding.place.entry else ""
    lines = [
        f"  {severity:<8}{finding.place.label}: {one_line(finding.message)}",
        f"          {finding.rule.id}{entry}; cites {', '.join(map(one_line, finding.cites))}",
    ]
    if finding.waiver:
        return [*lines, f"          waived: {one_line(finding.waiver.reason)}"]
    return lines + [
        f"          fix: {one_line(fix.title)}" + (" (safe)" if fix.safety == "safe" else "")
        for fix in finding.fixes
    ]


def _summary(plan: Plan, report: Report) -> str:
    if not any(day.entries for week in plan.weeks for day in week.days):
        return "No entries yet, so there is nothing to check."
    counts = [
        f"{count} {name}{'s' if count != 1 and name != 'waived' else ''}"
        for name, count in report.counts.items()
        if count
    ]
    found = ", ".join(counts)
    if report.open:
        return f"{found}."
    return "Follows the guide" + (f" ({found})." if found else ".")

"""The figures can be drawn, and show what the guide says: bent knees, lifted heels."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from soleus_desktop.guide.figures import CUSTOM, Figure, Pose, load_figure, load_figures
from soleus_desktop.guide.load import load_guide

RESOURCES = Path(__file__).parents[2] / "resources"
FIGURES = load_figures(RESOURCES / "figures")
EXERCISES = sorted(set(FIGURES) - {CUSTOM})
POSES = [
    pytest.param(figure, pose, id=f"{name}-{where}")
    for name, figure in FIGURES.items()
    for where, pose in (("start", figure.start), ("end", figure.end))
]


def roles(pose: Pose) -> set[str]:
    return {shape.role for shape in pose.shapes}


def knee_bend_deg(pose: Pose) -> float:
    hip, knee, ankle = (pose.joints[f"near-{name}"] for name in ("hip", "knee", "ankle"))
    thigh = math.atan2(knee[1] - hip[1], knee[0] - hip[0])
    shank = math.atan2(ankle[1] - knee[1], ankle[0] - knee[0])
    return math.degrees(shank - thigh)


def heel_lift(pose: Pose, side: str = "near") -> float:
    """How far the heel is above the ball of the same foot, in view units."""
    return pose.joints[f"{side}-ball"][1] - pose.joints[f"{side}-heel"][1]


def test_every_exercise_of_the_guide_and_custom_ones_have_a_figure() -> None:
    wanted = {exercise.figure for exercise in load_guide(RESOURCES / "guide").exercises.values()}
    assert set(FIGURES) == wanted | {CUSTOM}


@pytest.mark.parametrize(("figure", "pose"), POSES)
def test_each_pose_shows_a_person_on_the_ground_and_the_muscle(figure: Figure, pose: Pose) -> None:
    person = {"near-limb"} if figure.exercise == CUSTOM else {"near-limb", "far-limb", "body"}
    assert roles(pose) >= person | {"ground", "muscle"}


@pytest.mark.parametrize("name", FIGURES)
def test_each_end_says_what_moves(name: str) -> None:
    assert "motion" in roles(FIGURES[name].end)


@pytest.mark.parametrize(("figure", "pose"), POSES)
def test_nothing_leaves_the_view(figure: Figure, pose: Pose) -> None:
    for shape in pose.shapes:
        for _, at in shape.commands:
            for x, y in zip(at[::2], at[1::2], strict=True):
                assert shape.width / 2 <= x <= figure.view_w - shape.width / 2
                assert shape.width / 2 <= y <= figure.view_h - shape.width / 2


@pytest.mark.parametrize(("figure", "pose"), POSES)
def test_joints_lie_on_the_drawn_leg(figure: Figure, pose: Pose) -> None:
    for name, joint in pose.joints.items():
        role = "near-limb" if name.startswith("near-") else "far-limb"
        drawn = [
            at[-2:] for s in pose.shapes if s.role == role for _, at in s.commands if len(at) > 0
        ]
        # a limb is about 25 units thick, so its outline is never far from a joint inside it
        assert min(math.dist(joint, point) for point in drawn) < 17, name


@pytest.mark.parametrize("name", ["bent-knee-calf-raise", "isometric-hold"])
def test_standing_raises_keep_the_knees_bent_20_to_30_degrees(name: str) -> None:
    figure = FIGURES[name]
    assert 20 <= knee_bend_deg(figure.start) <= 30
    assert 20 <= knee_bend_deg(figure.end) <= 30


@pytest.mark.parametrize("side", ["near", "far"])
@pytest.mark.parametrize("name", ["bent-knee-calf-raise", "isometric-hold", "seated-calf-raise"])
def test_raises_go_from_flat_feet_onto_the_balls_of_both_feet(name: str, side: str) -> None:
    figure = FIGURES[name]
    assert abs(heel_lift(figure.start, side)) < 1
    assert heel_lift(figure.end, side) > 10


def test_custom_figure_lifts_its_heel() -> None:
    assert abs(heel_lift(FIGURES[CUSTOM].start)) < 1
    assert heel_lift(FIGURES[CUSTOM].end) > 10


def test_seated_knee_is_at_a_right_angle_under_a_weight() -> None:
    figure = FIGURES["seated-calf-raise"]
    for pose in (figure.start, figure.end):
        assert 80 <= knee_bend_deg(pose) <= 100
        assert roles(pose) >= {"load", "prop"}


def test_heel_drop_goes_up_on_both_feet_and_down_on_one_below_the_edge() -> None:
    figure = FIGURES["eccentric-heel-drop"]
    tread = figure.start.joints["near-ball"][1]
    assert heel_lift(figure.start) > 10
    assert heel_lift(figure.start, "far") > 10
    assert abs(figure.start.joints["far-ball"][1] - tread) < 2
    assert figure.end.joints["near-ball"][1] == tread
    assert heel_lift(figure.end) < -5
    assert figure.end.joints["far-ball"][1] < tread - 3  # the other foot is off the step
    assert knee_bend_deg(figure.start) >= 20
    assert knee_bend_deg(figure.end) >= 20


def test_lunge_lifts_the_back_heel_at_the_lowest_point() -> None:
    figure = FIGURES["walking-lunge-heel-raise"]
    assert figure.end.joints["near-hip"][1] > figure.start.joints["near-hip"][1] + 10
    assert figure.end.joints["near-ball"][0] < figure.end.joints["far-ball"][0]
    assert heel_lift(figure.end) > 10
    assert abs(heel_lift(figure.end, "far")) < 1


def test_uphill_walk_climbs_a_moderate_incline() -> None:
    for pose in (FIGURES["uphill-walk"].start, FIGURES["uphill-walk"].end):
        ground = next(shape for shape in pose.shapes if shape.role == "ground")
        (_, (x0, y0)), (_, (x1, y1)) = ground.commands
        assert 5 <= 100 * (y0 - y1) / (x1 - x0) <= 10


def test_a_missing_figure_is_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_figure(tmp_path, "sprint")


def test_commands_are_ready_to_draw(tmp_path: Path) -> None:
    line = {"role": "ground", "stroke": "M0 0L10 -2.5 C1 2,3 4,5 6Z", "width": 2}
    write(tmp_path, lambda data: data["start"].update(shapes=[line]))
    (shape,) = load_figure(tmp_path, "hop").start.shapes
    assert (shape.role, shape.width, shape.filled) == ("ground", 2.0, False)
    assert shape.commands == (
        ("M", (0.0, 0.0)),
        ("L", (10.0, -2.5)),
        ("C", (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)),
        ("Z", ()),
    )


def write(folder: Path, spoil: Callable[[dict[str, Any]], object]) -> None:
    pose = {"joints": {"near-heel": [1, 2]}, "shapes": [{"role": "body", "fill": "M0 0 L9 9 Z"}]}
    data = {"exercise": "hop", "view": [10, 20], "start": pose, "end": pose}
    data = json.loads(json.dumps(data))  # so that the two poses are two
    spoil(data)
    (folder / "hop.json").write_text(json.dumps(data), encoding="utf-8")


def shape(**fields: Any) -> Callable[[dict[str, Any]], object]:
    return lambda data: data["end"]["shapes"].append(fields)


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        (lambda d: d.pop("end"), r"hop\.json: the figure has exercise, start, view; expected end"),
        (lambda d: d.update(exercise="skip"), r"hop\.json: exercise is 'skip'"),
        (lambda d: d.update(view=[10]), r"view is \[10\], expected two numbers"),
        (lambda d: d.update(view=[10, 0]), r"view is 10 by 0"),
        (lambda d: d.update(view=[10, math.nan]), r"view holds nan"),
        (lambda d: d.update(view=[10, True]), r"view holds True"),
        (lambda d: d.update(start=[]), r"start is \[\], expected an object"),
        (lambda d: d["start"].update(shapes=[]), r"start\.shapes is no list of at least one"),
        (lambda d: d["start"].update(joints=[]), r"start\.joints is no object"),
        (lambda d: d["start"]["joints"].update(knee=["a", 1]), r"start\.joints\.knee holds 'a'"),
        (shape(role="body"), r"end\.shapes\[1\] has role; expected role, stroke, width"),
        (shape(role="tail", fill="M0 0Z"), r"end\.shapes\[1\]\.role is 'tail'"),
        (shape(role=["body"], fill="M0 0Z"), r"end\.shapes\[1\]\.role is \['body'\]"),
        (shape(role="body", stroke="M0 0", width=0), r"end\.shapes\[1\]\.width is 0"),
        (shape(role="body", fill=7), r"end\.shapes\[1\]: the path is 7"),
        (shape(role="body", fill=""), r"end\.shapes\[1\]: the path does not begin with M"),
        (shape(role="body", fill="L0 0"), r"end\.shapes\[1\]: the path does not begin with M"),
        (shape(role="body", fill="9 M0 0"), r"end\.shapes\[1\]: the path does not begin with M"),
        (shape(role="body", fill="M0 0 A1 1"), r"end\.shapes\[1\]: 'A' in the path"),
        (shape(role="body", fill="M0 0 m1 1"), r"end\.shapes\[1\]: 'm' in the path"),
        (shape(role="body", fill="M0 nan"), r"end\.shapes\[1\]: M has 1 numbers, expected 2"),
        (shape(role="body", fill="M0 0 n1 1"), r"end\.shapes\[1\]: 'n' in the path"),
        (shape(role="body", fill="M0 1e999"), r"end\.shapes\[1\]: 'e' in the path"),
        (shape(role="body", fill="M0 0 L1 2-"), r"end\.shapes\[1\]: '1 2-' after L, expected"),
        (shape(role="body", fill="M0 0 L1 2 3"), r"end\.shapes\[1\]: L has 3 numbers, expected 2"),
        (shape(role="body", fill="M0 0 C1 2 3 4"), r"end\.shapes\[1\]: C has 4 numbers"),
        (shape(role="body", fill="M0 0 Z L1 1"), r"end\.shapes\[1\]: L follows Z"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_place(
    tmp_path: Path, spoil: Callable[[dict[str, Any]], object], place: str
) -> None:
    write(tmp_path, spoil)
    with pytest.raises(ValueError, match=place) as caught:
        load_figure(tmp_path, "hop")
    assert str(caught.value).startswith("hop.json: ")


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"\xff\xfe", b'{"exercise": }'])
def test_a_file_that_is_no_figure_is_refused_by_name(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "hop.json").write_bytes(raw)
    with pytest.raises(ValueError, match=r"^hop\.json: "):
        load_figure(tmp_path, "hop")

"""The Help menu."""

from __future__ import annotations

from soleus_desktop.ui.actions import ActionSpec, Menu

MENU: Menu = (
    "&Help",
    (
        ActionSpec(
            "help",
            "&Help",
            ("F1",),
            tip="On the finding that is selected; without one, about the soleus",
            icon="circle-question-mark",
        ),
        ActionSpec("help_soleus", "About the &soleus"),
        ActionSpec("help_exercises", "What each &exercise is for"),
        ActionSpec("help_check", "How a plan is &checked", icon="list-checks"),
        ActionSpec("help_keys", "&Keyboard and mouse", icon="keyboard"),
        None,
        ActionSpec("about", "&About Soleus Desktop", icon="info"),
    ),
)

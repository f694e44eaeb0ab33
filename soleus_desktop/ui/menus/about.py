"""The Help menu."""

from __future__ import annotations

from soleus_desktop.ui.actions import ActionSpec, Menu

MENU: Menu = ("&Help", (ActionSpec("about", "&About Soleus Desktop", icon="info"),))

"""``python -m soleus_desktop.cli``: the same as ``soleus``."""

from __future__ import annotations

import sys

from soleus_desktop.cli import main

sys.exit(main())

"""The window: the only place that knows Qt.

Everything a person does here goes through `session.apply` as an edit of the plan; what the
program knows about a plan comes from the packages below.
"""

# These come before Qt, whatever is imported first: PySide6 reads the source of every module that
# is imported after it, which takes longer than the import itself.
import soleus_desktop.guide.figures
import soleus_desktop.guide.load
import soleus_desktop.rules.engine
import soleus_desktop.storage.settings  # noqa: F401

"""Soleus Desktop: build, check and print soleus training plans."""

__version__ = "0.1.0"

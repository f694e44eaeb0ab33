"""The start page: begin a plan from a template, or go on with a recent one. Edits no plan."""

"""A questionnaire as a form on paper: what is on it, as plain text, as Markdown."""

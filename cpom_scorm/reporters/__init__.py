"""Ways to show a report to a person or a program. None of them decides anything."""

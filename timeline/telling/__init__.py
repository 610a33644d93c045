"""What happened: the clause of a date, its title, who, where and how it is told."""

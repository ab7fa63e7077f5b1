"""Forms for leads without the program: written for them, and what came back accepted cell by cell."""

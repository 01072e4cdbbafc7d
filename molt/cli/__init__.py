"""The command line. Imports late: a warm `molt run` loads no compiler."""

"""Measures compiled programs against CPython, PyPy, mypyc, Nuitka and C. `bench/run --help` lists the options.

Times are of whole processes, start included, with one exception: Molt and C are compared as WebAssembly inside the same
engine, both from the first instruction of the program to its last (`inside.py`), for a C twin can be done before an
engine has started. Runs are taken in turn, A B C A B C, and a ratio is the median of the ratios of runs of the same round,
so that it holds when the machine's speed drifts. Every run's output is compared; a program that prints something
else has no time. Builds of Molt's components are timed with a cache that holds nothing but what set-up makes.

| file | what it holds |
| --- | --- |
| `catalogue.py` | the programs, the groups, the ratios, the bars |
| `executors.py`, `optional_tools.py` | what runs the programs, and how it is found and built |
| `processes.py`, `inside.py` | one run: a whole process, or inside the engine |
| `results.py` | samples; medians, ratios, means, verdicts |
| `report.py`, `plot.py` | tables and the plot |
| `basics.py` | start-up, sizes, compile times |
| `__main__.py` | the command |
"""

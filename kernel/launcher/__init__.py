"""The launcher: builds Percolate, prepares what Jupyter needs, and starts it.

Standard library only, Python 3.9 and newer, on Linux, macOS and Windows. Everything it makes lies below
`.percolate/` in the checkout or distribution, apart from the caches of Maven, pip and DJL. One concern a module:

    main        the commands and their options          failure      what a person is told when it cannot go on
    house       where things lie                        tools        Java, Maven and the platform
    stamp       what is done and need not be redone     lock         one start prepares at a time
    progress    lines while something long runs         process      running a program and reading its output
    jars        the Maven build                         environment  Python environments with pinned packages
    kernelspec  the kernels in a Jupyter's data folder  engine       the native engine's first start
    target      which Jupyter to install into           findings     what doctor finds, and how to mend it
    ready       all of these in order                   worker       a program that works on command
    comparison  the times of two sides, and their table  latencies   what kernels took, and their table
    operations  single operations in both languages, and their table

and one module a command: `lab`, `run`, `install`, `uninstall`, `doctor`, `bench`, the last with a module for each thing
that is measured. A command module offers `HELP`, `arguments(parser)` and `run(options) -> exit status`.
"""

@setlocal & where /q py && (set "PERCOLATE_PYTHON=py -3") || (set "PERCOLATE_PYTHON=python")
@%PERCOLATE_PYTHON% "%~dp0percolate" %*

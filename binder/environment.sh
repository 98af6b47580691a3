# A visitor has one processor and 2 GB; the kernel takes at most half of the memory for Java's heap by itself.
export OMP_NUM_THREADS=1

package percolate.train;

import percolate.Model;
import percolate.Optimizer;

/** A training with nothing left open but what makes its loss. */
record Setup(Model model, Optimizer optimizer, int batch, int epochs, long seed) {}

package percolate.kotlin

import percolate.Gradients
import percolate.Parameters
import percolate.Percolate
import percolate.Tensor

/** `gradients(w, b) { loss }`: of the loss that the lambda computes, by parameters, models and tensors in any mix. */
fun gradients(
    vararg by: Parameters,
    loss: () -> Tensor,
): Gradients = Percolate.gradients(loss, *by)

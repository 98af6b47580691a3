package percolate.kotlin

import percolate.Percolate
import percolate.Tensor

/** `tensor(1, 2.5, 3)`: numbers of several types as a vector, float32. */
fun tensor(
    first: Number,
    second: Number,
    vararg more: Number,
): Tensor = Percolate.tensor(listOf(first, second, *more))

/** The elements as a vector, float32. */
fun tensor(values: IntArray): Tensor = Percolate.tensor(*values)

/** The elements as a vector, float32. */
fun tensor(values: FloatArray): Tensor = Percolate.tensor(*values)

/** The elements as a vector, float32. */
fun tensor(values: DoubleArray): Tensor = Percolate.tensor(*values)

/** The elements as a vector, int64. */
fun tensor(values: LongArray): Tensor = Percolate.tensor(*values)

// Numbers on the left of an operator; on the right, Kotlin takes the Java methods plus, minus, times and div by themselves.

/** `0.1 * tensor` */
operator fun Number.times(tensor: Tensor): Tensor = tensor.times(this)

/** `1 + tensor` */
operator fun Number.plus(tensor: Tensor): Tensor = tensor.plus(this)

/** `1 - tensor` */
operator fun Number.minus(tensor: Tensor): Tensor = tensor.unaryMinus().plus(this)

/** `1 / tensor` */
operator fun Number.div(tensor: Tensor): Tensor = tensor.pow(-1).times(this)

/** `tensor[0..2]`: the parts with these numbers along the first axis. */
operator fun Tensor.get(range: IntRange): Tensor = slice(0, range.first, range.last + 1)

/** `tensor[0..4 step 2]`: the parts with these numbers along the first axis, in their order. */
operator fun Tensor.get(numbers: IntProgression): Tensor = get(Percolate.tensor(numbers.toList()))

/** `val (u, s, v) = tensor.svd()` comes with lists; `val (first, second) = tensor` takes the parts along the first axis. */
operator fun Tensor.component1(): Tensor = get(0)

operator fun Tensor.component2(): Tensor = get(1)

operator fun Tensor.component3(): Tensor = get(2)

/**
 * The variance along the named axes, or of all elements, which Java calls `var`, a word of Kotlin's own; squares are divided
 * by n − 1, as in PyTorch.
 */
fun Tensor.variance(vararg axes: Int): Tensor = `var`(*axes)

/** The same, where [keep] says whether the axis stays, with size 1. */
fun Tensor.variance(
    axis: Int,
    keep: Boolean,
): Tensor = `var`(axis, keep)

package percolate.kotlin

import percolate.Batch
import percolate.Dataset
import percolate.Episode
import percolate.Split
import percolate.Tensor

// Java's records do not destructure in Kotlin by themselves.

/** `val (x, y) = batch` */
operator fun Batch.component1(): Tensor = x()

operator fun Batch.component2(): Tensor = y()

/** `val (train, validation, test) = data.split(0.7, 0.15, 42)` */
operator fun Split.component1(): Dataset = train()

operator fun Split.component2(): Dataset = validation()

operator fun Split.component3(): Dataset = test()

/** `for ((support, query) in data.episodes(5, 1, 15, 42))` */
operator fun Episode.component1(): Batch = support()

operator fun Episode.component2(): Batch = query()

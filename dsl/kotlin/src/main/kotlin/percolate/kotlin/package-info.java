/**
 * Kotlin's spelling of the DSL: extension functions and operators on the classes of {@code percolate}, for what Kotlin
 * does not take from Java by itself: numbers on the left of an operator, ranges as indices, parts of records.
 *
 * <p>No logic of its own: each function calls what the DSL has. Imports {@code percolate} and Kotlin's standard library
 * alone; Kotlin cells import all of it by themselves.
 */
package percolate.kotlin;

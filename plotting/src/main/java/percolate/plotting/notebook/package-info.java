/**
 * Where notebook, DSL and charts meet: what tensors, models, trainings and data look like as a cell's value, and the
 * panel that follows a training.
 *
 * <p>{@link percolate.plotting.notebook.PlottingExtension} introduces all of it to a session. Imports the kernel's API,
 * the DSL's public types, {@code percolate.plotting.chart}, and Tablesaw. Tables are the API's {@code Grid}s,
 * which show in untrusted notebooks too: no style sheets, no scripts, all text escaped.
 */
package percolate.plotting.notebook;
